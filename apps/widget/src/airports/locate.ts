import type { Position } from "@liftline/schema";

const options = { timeout: 10_000, maximumAge: 600_000 };

/** Where the visitor is, once they allow it, to about a kilometre: nothing more exact leaves the browser. */
export function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: roughly(coords.latitude), longitude: roughly(coords.longitude) }),
      reject,
      options,
    );
  });
}

function roughly(degrees: number): number {
  return Number(degrees.toFixed(2));
}
