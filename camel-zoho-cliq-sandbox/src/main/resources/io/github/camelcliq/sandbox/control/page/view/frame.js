/** Runs a task once in the next frame, even after several calls. */
export function onceAFrame(act) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        act();
      });
    }
  };
}
