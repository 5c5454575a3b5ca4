import { mirrored } from "./mesh.mjs";
import { createCamera, createParallelCamera, rasterise } from "./raster.mjs";
import { createDaylight } from "./daylight.mjs";
import { shadeExterior } from "./shade-exterior.mjs";
import { chooseLivery } from "./livery.mjs";
import { chance } from "./vector.mjs";

/** Parts of the picture: how much of it the aircraft may take, where its middle is and where its wheels stand. */
const centred = { across: 0.9, down: 0.62, middle: 0.5, wheels: 0.775 };

/** A picture of an aircraft on the apron, as RGB bytes of `width` × `height`. */
export function drawExterior(craft, { slug, width, height, hour, livery, place = centred, sideways: hand }) {
  const sideways = hand ?? craft.sideways ?? (chance(`${slug} side`) < 0.5 ? -1 : 1);
  const azimuth = sideways * (place.azimuth ?? craft.azimuth ?? 0.6 + chance(`${slug} azimuth`) * 0.2);
  const camera = frame(craft, { azimuth, width, height, place });
  const day = createDaylight(hour ?? Math.floor(chance(`${slug} hour`) * 4), azimuth + sideways * 0.62);
  const bounds = boundsOf(craft.mesh);
  const reach = Math.max(bounds.size[0], bounds.size[2]) * 0.62;
  const sun = createParallelCamera({
    direction: day.direction.map((v) => -v),
    centre: [bounds.middle[0], bounds.size[1] / 3, 0],
    reach: reach * 1.15,
    size: 1400,
  });
  const above = createParallelCamera({
    direction: [0, 1, 0],
    centre: [bounds.middle[0], 0, 0],
    reach: reach * 1.3,
    size: 420,
  });
  return shadeExterior({
    craft,
    camera,
    day,
    livery: chooseLivery(slug, livery),
    seen: rasterise(craft.mesh, camera),
    mirror: rasterise(mirrored(craft.mesh), camera),
    sun: { camera: sun, ...rasterise(craft.mesh, sun, { depthOnly: true }) },
    above: { camera: above, ...rasterise(craft.mesh, above, { depthOnly: true }), reach: reach * 1.3 },
  });
}

/** Stands so far off that the aircraft takes its part of the picture. */
function frame(craft, { azimuth, width, height, place }) {
  const bounds = boundsOf(craft.mesh);
  const distance = Math.max(bounds.size[0], bounds.size[2]) * 2.3;
  const target = [bounds.middle[0] * 0.6, bounds.size[1] * 0.4, 0];
  const eye = [
    target[0] + Math.cos(azimuth) * distance,
    0.9 + distance * (place.rise ?? craft.rise ?? 0.062),
    Math.sin(azimuth) * distance,
  ];
  const look = (zoom, shift) => createCamera({ eye, target, zoom, width, height, shift });
  const trial = extent(craft.mesh, look(1, [0, 0]));
  const zoom = Math.min(
    (place.across * width) / (trial.right - trial.left),
    (place.down * height) / (trial.bottom - trial.top),
  );
  const fitted = extent(craft.mesh, look(zoom, [0, 0]));
  return look(zoom, [
    (width * place.middle - (fitted.left + fitted.right) / 2) / width,
    (height * place.wheels - fitted.bottom) / height,
  ]);
}

function extent(mesh, camera) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const [x, y] = camera.project([mesh.positions[i], mesh.positions[i + 1], mesh.positions[i + 2]]);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

export function boundsOf(mesh) {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < mesh.positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3], mesh.positions[i]);
    high[i % 3] = Math.max(high[i % 3], mesh.positions[i]);
  }
  return { middle: low.map((v, k) => (v + high[k]) / 2), size: low.map((v, k) => high[k] - v) };
}
