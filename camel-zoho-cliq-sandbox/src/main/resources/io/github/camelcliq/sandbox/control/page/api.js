/** The control API of the sandbox. */

/** An error that the sandbox answered. */
export class Refusal extends Error {
  /**
   * @param {number} status the HTTP status
   * @param {any} answer the body, if it was JSON
   */
  constructor(status, answer) {
    super(answer?.error ?? answer?.message ?? `The sandbox answered ${status}.`);
    this.status = status;
    this.answer = answer;
  }
}

/** @throws {Refusal} if the sandbox refuses, {TypeError} if it cannot be reached */
export function get(path) {
  return call(path, { method: 'GET' });
}

/** @throws {Refusal} if the sandbox refuses, {TypeError} if it cannot be reached */
export function post(path, body) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** @throws {Refusal} if the sandbox refuses, {TypeError} if it cannot be reached */
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
    return undefined; // an error page of a proxy
  }
}
