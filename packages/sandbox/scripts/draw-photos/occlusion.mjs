import { length } from "./vector.mjs";

/**
 * How open each pixel's place is to the light around it, 1 in the open: points of the picture nearby that stand in front of
 * its surface hide the sky. Fixed pattern, so that the same picture comes out every time.
 */
export function cavities(seen, { radius, camera, strength = 1.35, samples = 22 }) {
  const { width, height } = seen;
  const raw = new Float32Array(width * height).fill(1);
  const scaleAt = pixelsPerMetre(camera);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (!seen.material[at]) continue;
      const p = seen.position.subarray(at * 3, at * 3 + 3);
      const n = seen.normal.subarray(at * 3, at * 3 + 3);
      const reach = Math.min(180, (scaleAt * radius) / seen.depth[at]);
      const spin = ((x * 7 + y * 13) % 16) * 0.3927;
      let hidden = 0;
      for (let i = 0; i < samples; i++) {
        const r = reach * Math.sqrt((i + 0.5) / samples);
        const angle = i * 2.399963 + spin;
        const [sx, sy] = [Math.round(x + Math.cos(angle) * r), Math.round(y + Math.sin(angle) * r)];
        if (sx < 0 || sy < 0 || sx >= width || sy >= height) continue;
        const other = sy * width + sx;
        if (!seen.material[other]) continue;
        const d = [
          seen.position[other * 3] - p[0],
          seen.position[other * 3 + 1] - p[1],
          seen.position[other * 3 + 2] - p[2],
        ];
        const far = length(d);
        if (far < 1e-4) continue;
        const rise = (d[0] * n[0] + d[1] * n[1] + d[2] * n[2]) / far;
        if (rise > 0.12) hidden += rise / (1 + (far / radius) ** 2);
      }
      raw[at] = Math.max(0.12, 1 - (hidden / samples) * strength * 1.6);
    }
  }
  return smooth(raw, seen);
}

function pixelsPerMetre(camera) {
  const ahead = camera.ray(camera.width / 2, camera.height / 2);
  const side = camera.ray(camera.width / 2 + 1, camera.height / 2);
  return 1 / length([ahead[0] - side[0], ahead[1] - side[1], ahead[2] - side[2]]);
}

/** A mean over neighbours on the same surface takes the pattern out. */
function smooth(raw, seen) {
  const { width } = seen;
  const pass = (source, offset, limit) => {
    const out = new Float32Array(source.length);
    for (let at = 0; at < source.length; at++) {
      if (!seen.material[at]) continue;
      let [sum, weight] = [0, 0];
      for (let i = -limit; i <= limit; i++) {
        const other = at + i * offset;
        if (other < 0 || other >= source.length || !seen.material[other]) continue;
        const near = Math.abs(seen.depth[other] - seen.depth[at]) < 0.012 * seen.depth[at] ? 1 : 0;
        sum += source[other] * near;
        weight += near;
      }
      out[at] = weight ? sum / weight : source[at];
    }
    return out;
  };
  return pass(pass(raw, 1, 5), width, 5);
}
