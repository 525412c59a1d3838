// What the browser keeps for the next visit: the person's choices, never anything that was written.

export function recall(name) {
  try {
    return localStorage.getItem(`teapot.${name}`);
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`teapot.${name}`, value);
  } catch {
    // Storage may be switched off; the choice holds until the page is left.
  }
}
