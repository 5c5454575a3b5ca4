/** Screens that iOS wants a launch image for, in points and pixels a point; portrait, as the app stands. */
const screens = [
  [375, 667, 2],
  [375, 812, 3],
  [390, 844, 3],
  [393, 852, 3],
  [402, 874, 3],
  [414, 896, 2],
  [414, 896, 3],
  [428, 926, 3],
  [430, 932, 3],
  [440, 956, 3],
] as const;

export interface LaunchImage {
  /** File name, such as `launch-1170x2532.png`. */
  file: string;
  /** Pixels. */
  width: number;
  height: number;
  media: string;
}

export const launchImages: readonly LaunchImage[] = screens.map(([width, height, ratio]) => ({
  file: `launch-${width * ratio}x${height * ratio}.png`,
  width: width * ratio,
  height: height * ratio,
  media: `(device-width: ${width}px) and (device-height: ${height}px) and (-webkit-device-pixel-ratio: ${ratio}) and (orientation: portrait)`,
}));
