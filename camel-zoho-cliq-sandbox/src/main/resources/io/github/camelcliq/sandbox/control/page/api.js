/** The control API of the sandbox. */

/** What the sandbox answered when it did not do what it was asked. */
export class Refusal extends Error {
  /**
   * @param {number} status the HTTP status
   * @param {any} answer the body, where it was JSON
   */
  constructor(status, answer) {
    super(answer?.error ?? answer?.message ?? `The sandbox answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

/** @throws {Refusal} where the sandbox says no, {TypeError} where it cannot be reached */
export function get(path) {
  return call(path, { method: 'GET' });
}

/** @throws {Refusal} where the sandbox says no, {TypeError} where it cannot be reached */
export function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** @throws {Refusal} where the sandbox says no, {TypeError} where it cannot be reached */
export function remove(path) {
  return call(path, { method: 'DELETE' });
}

async function call(path, request) {
  const response = await fetch(path, { ...request, cache: 'no-store' });
  const text = await response.text();
  const answer = parsed(text);
  if (!response.ok) {
    throw new Refusal(response.status, answer);
  }
  return answer;
}

function parsed(text) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined; // an error page of something in between
  }
}
