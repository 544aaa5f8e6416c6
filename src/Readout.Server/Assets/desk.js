// Conveniences only: every page reads and works without this file.
"use strict";

// "/" goes to the search field, unless somebody is typing.
document.addEventListener("keydown", event => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});

// A click on what was said opens its fact, as its note does; selecting text does not.
document.addEventListener("click", event => {
  const piece = event.target.closest(".reader .text span.cnt, .reader .text span.act, .reader .text span.evd");
  if (!piece || !window.getSelection().isCollapsed) {
    return;
  }

  const fact = [...piece.classList].reverse().find(name => /^[smc]x?\d+$/.test(name));
  const card = fact && document.getElementById(fact);
  const link = card && (card.querySelector(".words a") || card.querySelector(".kind a"));
  if (link) {
    window.location.assign(link.href);
  }
});

// Words that were selected in the reader go into the form for what was missed; a click on the form would lose them.
let selected = "";
document.addEventListener("selectionchange", () => {
  const selection = window.getSelection();
  const within = selection.anchorNode?.parentElement?.closest(".reader .text") && !selection.anchorNode.parentElement.closest("form");
  selected = within && !selection.isCollapsed ? selection.toString().trim() : selected;
});
for (const form of document.querySelectorAll("[data-missed]")) {
  form.addEventListener("toggle", () => {
    const words = form.querySelector("textarea[name=words]");
    words.value = form.open && !words.value ? selected : words.value;
  });
}

// Fields for a time zone begin with the browser's.
for (const field of document.querySelectorAll("input[data-zone]")) {
  field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || field.value;
}

// The number of unread notices follows the store while the page is looked at.
const notices = document.querySelector("[data-notices] .unread");
let events = null;
const listen = () => {
  if (document.visibilityState !== "visible") {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource("/follow/events");
    events.addEventListener("unread", event => {
      notices.firstChild.data = event.data;
      notices.hidden = event.data === "0";
    });
    const reading = document.querySelector("[data-reading]");
    events.addEventListener("reading", event => {
      // What was read is there now: an empty page shows it by itself.
      if (!event.data && !reading.hidden && document.querySelector("[data-empty]")) {
        window.location.reload();
      }
      reading.textContent = event.data;
      reading.hidden = !event.data;
    });
  }
};
if (notices && "EventSource" in window) {
  document.addEventListener("visibilitychange", listen);
  listen();
}
