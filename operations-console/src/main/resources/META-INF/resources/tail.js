// Shows the records on the topics. Every text from an event is set as text, never as markup.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const MOST_ROWS = 200;
  const page = document.getElementById("tail");
  const table = document.getElementById("passing");
  const body = table.tBodies[0];
  const pause = document.getElementById("pause");
  const total = { shown: 0, leftOut: 0, held: 0 };
  let paused = false;
  let rate = 0;
  let lastAt = performance.now();

  const show = (id, number) => { document.getElementById(id).textContent = number.toLocaleString("en").replaceAll(",", "\u202f"); };
  const cell = (row, text, title) => {
    const made = row.insertCell();
    made.textContent = text;
    if (title) made.title = title;
    return made;
  };
  const link = (cellOf, address, text) => {
    const made = document.createElement("a");
    made.href = address;
    made.textContent = text;
    cellOf.replaceChildren(made);
  };

  function add(event) {
    const row = body.insertRow(0);
    cell(row, new Date(event.at).toLocaleTimeString("en-GB", { timeZone: page.dataset.zone }) + "." + String(event.at % 1000).padStart(3, "0"));
    cell(row, event.topic, `${event.partition} / ${event.offset}`);
    const type = cell(row, event.type.split(".").slice(-2).join(".") || "–", event.type);
    if (event.correlationId) link(type, "/chain?correlation=" + encodeURIComponent(event.correlationId), type.textContent);
    const key = cell(row, event.key, event.key);
    if (event.key) link(key, "/timeline?key=" + encodeURIComponent(event.key), event.key);
    if (event.payloadHidden) {
      cell(row, page.dataset.hidden);
      return;
    }
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = event.payload.slice(0, 90);
    const whole = document.createElement("pre");
    whole.textContent = event.payload;
    details.append(summary, whole);
    cell(row, "").append(details);
  }

  function take(batch) {
    const now = performance.now();
    rate = rate * 0.6 + 0.4 * (batch.passed * 1000 / Math.max(1, now - lastAt));
    lastAt = now;
    show("rate", Math.round(rate));
    document.getElementById("broker-away").hidden = batch.brokerUp;
    total.leftOut += batch.leftOut + batch.dropped;
    if (paused) {
      total.held += batch.events.length;
    } else {
      batch.events.forEach(add);
      total.shown += batch.events.length;
      while (body.rows.length > MOST_ROWS) body.deleteRow(-1);
    }
    show("shown", total.shown);
    show("left-out", total.leftOut);
    show("held", total.held);
    document.getElementById("left-out-line").hidden = total.leftOut === 0;
    document.getElementById("held-line").hidden = total.held === 0;
    table.hidden = body.rows.length === 0;
    document.getElementById("waiting").hidden = body.rows.length > 0;
  }

  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    pause.textContent = paused ? pause.dataset.resume : pause.dataset.pause;
  });

  const stream = new EventSource(`/tail/stream?type=${encodeURIComponent(page.dataset.type)}&key=${encodeURIComponent(page.dataset.key)}`);
  stream.onmessage = (message) => {
    document.getElementById("lost").hidden = true;
    take(JSON.parse(message.data));
  };
  stream.onerror = () => { document.getElementById("lost").hidden = false; };
});
