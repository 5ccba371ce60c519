// What is written down in the page during a visit. Runs before the page's own scripts.

/**
 * Keeps in `globalThis.recorder`, in milliseconds since the navigation:
 *   inputs   keys, clicks and steps in the history: `at` when, `paint` how long until the next picture, and
 *            `settled` until the picture of the last change that came before another input
 *   long     tasks of more than 50 ms after the first paint: `at` and `took`
 *   told     how long inputs took as the browser tells it, in steps of 8; what took less than 16 is not told
 *   seen     when what is waited for was first on the screen, by name
 *   changed  when the page was last changed
 * A picture is there when the first task after its frame runs.
 */
export function record() {
  const recorder = { inputs: [], long: [], told: [], seen: {}, waited: {}, changed: 0 };
  globalThis.recorder = recorder;

  const afterPaint = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });

  /** Has `seen` tell when the page has what a function looks for. It is called after frames alone, when nothing is laid out for the asking. */
  recorder.await = (name, isThere) => {
    recorder.waited[name] = isThere;
    afterPaint(look);
  };
  /** Gives what was kept since it was asked for the last time. */
  recorder.take = () => {
    const { inputs, long, told } = recorder;
    Object.assign(recorder, { inputs: [], long: [], told: [] });
    const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
    return { inputs, long: long.filter(({ at }) => at >= painted), told };
  };

  function look(now) {
    for (const [name, isThere] of Object.entries(recorder.waited)) {
      if (!isThere()) continue;
      delete recorder.waited[name];
      recorder.seen[name] = now;
    }
  }

  const observe = (options, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(options);
  observe({ type: 'longtask', buffered: true }, ({ startTime, duration }) => recorder.long.push({ at: startTime, took: duration }));
  observe({ type: 'event', durationThreshold: 16 }, ({ interactionId, duration }) => { if (interactionId) recorder.told.push(duration); });

  for (const type of ['keydown', 'click', 'popstate']) {
    addEventListener(type, (event) => {
      if (event.ctrlKey) return;
      const input = { type, at: event.timeStamp };
      recorder.inputs.push(input);
      afterPaint((now) => { input.paint = now - input.at; });
    }, true);
  }
  let isComing = false;
  const changed = () => {
    recorder.changed = performance.now();
    if (isComing) return;
    isComing = true;
    const input = recorder.inputs.at(-1);
    afterPaint((now) => {
      isComing = false;
      if (input) input.settled = now - input.at;
      look(now);
    });
  };
  new MutationObserver(changed).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener('scroll', changed);
}
