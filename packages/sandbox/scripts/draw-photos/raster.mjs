import { cross, dot, normalise, subtract } from "./vector.mjs";

/** Looks from `eye` to `target`; `zoom` is the distance to the picture plane in picture widths. */
export function createCamera({ eye, target, zoom, width, height, shift = [0, 0] }) {
  const forward = normalise(subtract(target, eye));
  const right = normalise(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const focal = zoom * width;
  return {
    eye,
    width,
    height,
    near: 0.05,
    /** World → `[across, down, depth]`, the first two in pixels. */
    project(p) {
      const d = subtract(p, eye);
      const depth = dot(d, forward);
      return [
        width / 2 + shift[0] * width + (dot(d, right) / depth) * focal,
        height / 2 + shift[1] * height - (dot(d, up) / depth) * focal,
        depth,
      ];
    },
    /** The direction in which a pixel looks. */
    ray(x, y) {
      const a = (x - width / 2 - shift[0] * width) / focal;
      const b = -(y - height / 2 - shift[1] * height) / focal;
      return normalise([
        forward[0] + right[0] * a + up[0] * b,
        forward[1] + right[1] * a + up[1] * b,
        forward[2] + right[2] * a + up[2] * b,
      ]);
    },
  };
}

/** Rays that never meet, for shadows: `project` gives `[across, down, depth]` in pixels. */
export function createParallelCamera({ direction, centre, reach, size }) {
  const forward = normalise(direction);
  const right = normalise(cross(forward, Math.abs(forward[1]) > 0.99 ? [1, 0, 0] : [0, 1, 0]));
  const up = cross(right, forward);
  const k = size / (2 * reach);
  return {
    width: size,
    height: size,
    near: -Infinity,
    parallel: true,
    project(p) {
      const d = subtract(p, centre);
      return [size / 2 + dot(d, right) * k, size / 2 - dot(d, up) * k, dot(d, forward) + 2 * reach];
    },
  };
}

/** What each pixel sees first. `material` 0 is nothing. */
export function rasterise(mesh, camera, { depthOnly = false } = {}) {
  const pixels = camera.width * camera.height;
  const seen = { width: camera.width, height: camera.height, depth: new Float32Array(pixels).fill(Infinity) };
  if (!depthOnly) {
    seen.material = new Uint8Array(pixels);
    seen.position = new Float32Array(pixels * 3);
    seen.normal = new Float32Array(pixels * 3);
    seen.coordinates = new Float32Array(pixels * 2);
  }
  const count = mesh.materials.length;
  const screen = new Float64Array(count * 3);
  for (let i = 0; i < count; i++) {
    const p = camera.project([mesh.positions[i * 3], mesh.positions[i * 3 + 1], mesh.positions[i * 3 + 2]]);
    screen.set(p, i * 3);
  }
  for (let t = 0; t < mesh.triangles.length; t += 3) {
    fill(mesh, camera, seen, screen, mesh.triangles[t], mesh.triangles[t + 1], mesh.triangles[t + 2], depthOnly);
  }
  if (!depthOnly) faceViewer(seen, camera.eye);
  return seen;
}

/** Every normal on the viewer's side: a thin wall has no wrong side. */
function faceViewer(seen, eye) {
  for (let at = 0; at < seen.material.length; at++) {
    if (!seen.material[at]) continue;
    let facing = 0;
    for (let k = 0; k < 3; k++) facing += seen.normal[at * 3 + k] * (eye[k] - seen.position[at * 3 + k]);
    if (facing < 0) for (let k = 0; k < 3; k++) seen.normal[at * 3 + k] *= -1;
  }
}

function fill(mesh, camera, seen, screen, a, b, c, depthOnly) {
  const [za, zb, zc] = [screen[a * 3 + 2], screen[b * 3 + 2], screen[c * 3 + 2]];
  // Scenes are built so that no triangle large enough to matter crosses the near plane.
  if (za < camera.near || zb < camera.near || zc < camera.near) return;
  const [ax, ay, bx, by, cx, cy] = [
    screen[a * 3],
    screen[a * 3 + 1],
    screen[b * 3],
    screen[b * 3 + 1],
    screen[c * 3],
    screen[c * 3 + 1],
  ];
  const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  if (Math.abs(area) < 1e-9) return;
  const x0 = Math.max(0, Math.floor(Math.min(ax, bx, cx)));
  const x1 = Math.min(seen.width - 1, Math.ceil(Math.max(ax, bx, cx)));
  const y0 = Math.max(0, Math.floor(Math.min(ay, by, cy)));
  const y1 = Math.min(seen.height - 1, Math.ceil(Math.max(ay, by, cy)));
  const [ia, ib, ic] = camera.parallel ? [1, 1, 1] : [1 / za, 1 / zb, 1 / zc];
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      const u = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area;
      const v = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area;
      const w = 1 - u - v;
      if (u < -1e-7 || v < -1e-7 || w < -1e-7) continue;
      const inverse = u * ia + v * ib + w * ic;
      const depth = camera.parallel ? u * za + v * zb + w * zc : 1 / inverse;
      const at = y * seen.width + x;
      if (depth >= seen.depth[at]) continue;
      seen.depth[at] = depth;
      if (depthOnly) continue;
      const [ka, kb, kc] = [(u * ia) / inverse, (v * ib) / inverse, (w * ic) / inverse];
      seen.material[at] = mesh.materials[a];
      for (let k = 0; k < 3; k++) {
        seen.position[at * 3 + k] =
          ka * mesh.positions[a * 3 + k] + kb * mesh.positions[b * 3 + k] + kc * mesh.positions[c * 3 + k];
        seen.normal[at * 3 + k] =
          ka * mesh.normals[a * 3 + k] + kb * mesh.normals[b * 3 + k] + kc * mesh.normals[c * 3 + k];
      }
      for (let k = 0; k < 2; k++) {
        seen.coordinates[at * 2 + k] =
          ka * mesh.coordinates[a * 2 + k] + kb * mesh.coordinates[b * 2 + k] + kc * mesh.coordinates[c * 2 + k];
      }
    }
  }
}
