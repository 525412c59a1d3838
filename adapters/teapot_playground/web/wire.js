// What the page asks of the server. Everything is JSON, and every failure is one of two kinds.

const PATIENCE_MILLISECONDS = 15_000;

/** The server did not answer. */
export class Away extends Error {}

/** The server answered that it will not do it; the message says why. */
export class Refused extends Error {}

/** Send one message and give the answer. Raises Away or Refused. */
export async function post(name, message) {
  const answer = await reach(`/playground/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(message),
  });
  const said = await answer.json().catch(() => ({ problem: answer.statusText }));
  if (!answer.ok && !said.reply) {
    throw new Refused(said.problem);
  }
  return said;
}

/** The words, rules and platforms that the page begins with. Raises Away or Refused. */
export async function start() {
  const answer = await reach("/playground/start.json");
  if (!answer.ok) {
    throw new Refused(answer.statusText);
  }
  return answer.json();
}

/** Whether the server is there. */
export async function isThere() {
  try {
    return (await reach("/healthz")).ok;
  } catch {
    return false;
  }
}

async function reach(path, options = {}) {
  try {
    return await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  } catch (error) {
    throw new Away(error.message);
  }
}
