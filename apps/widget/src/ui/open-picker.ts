/**
 * Opens what the browser has for a date or a select. Returns whether it did: not inside a foreign frame, and not in a
 * browser without the method.
 */
export function openPicker(control: HTMLInputElement | HTMLSelectElement): boolean {
  try {
    control.showPicker();
    return true;
  } catch {
    return false;
  }
}
