"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const pages = all("#overview, #rules, article");
  const cards = all(".card");
  const heading = document.title;
  root.classList.add("js");
  if (all("article").length > 1) root.classList.add("paged");

  // Pages: what stands behind the # of the address is shown, with the page that it is part of.
  const light = (card, on) => {
    card.classList.toggle("lit", on);
    for (const mark of all(`mark[data-cards~="${card.id}"], .posting .badge[data-card="${card.id}"]`)) mark.classList.toggle("lit", on);
  };
  const open = (moved) => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1))) || pages[0];
    const page = target.closest("#overview, #rules, article") || pages[0];
    for (const one of pages) one.classList.toggle("current", one === page);
    for (const card of all(".card.lit")) light(card, false);
    const title = page.querySelector("h2");
    document.title = page === pages[0] ? heading : `${title.textContent} – ${heading}`;
    if (target.matches(".card")) light(target, true);
    if (!moved) return;
    const place = target === page ? title : target;
    if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    if (target === page) window.scrollTo(0, 0);
    else place.scrollIntoView({ block: window.innerHeight > 2 * place.offsetHeight ? "center" : "start" });
  };
  window.addEventListener("hashchange", () => open(true));
  open(location.hash.length > 1);

  // A click on marked words opens the card of the closest finding; whoever uses a keyboard has the number beside them.
  const shownCard = (mark) => mark.dataset.cards.split(" ").map((id) => document.getElementById(id)).find((card) => !card.hidden);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const card = mark && String(window.getSelection()) === "" && shownCard(mark);
    if (!card) return;
    if (location.hash === `#${card.id}`) open(true);
    else location.hash = card.id;
  });

  // Filters
  const form = document.getElementById("filters");
  const status = document.getElementById("shown");
  const chosen = (name) => new Set(all(`input[name="${name}"]:checked`, form).map((box) => box.value));
  const apply = (told) => {
    const severities = chosen("severity");
    const families = chosen("family");
    const fits = (one) => families.has(one.dataset.family) && one.dataset.severity.split(" ").some((s) => severities.has(s));
    for (const one of all("[data-severity]")) one.hidden = !fits(one);
    for (const group of all(".group")) group.hidden = !group.querySelector(".card:not([hidden])");
    for (const mark of all("mark")) {
      const card = shownCard(mark);
      mark.className = card ? card.dataset.severity : "off";
    }
    for (const badge of all(".posting .badge")) badge.hidden = document.getElementById(badge.dataset.card).hidden;
    const left = cards.filter((card) => !card.hidden).length;
    status.textContent = told || left < cards.length ? `${left} of ${cards.length} findings shown` : "";
  };
  form.addEventListener("change", () => apply(true));
  form.addEventListener("submit", (event) => event.preventDefault());
  const topics = form.querySelector("details");
  document.addEventListener("click", (event) => { if (!topics.contains(event.target)) topics.open = false; });
  topics.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !topics.open) return;
    topics.open = false;
    topics.querySelector("summary").focus();
  });
  if (cards.length) {
    form.hidden = false;
    apply(false);
  }

  // On paper everything is open.
  const folded = new Set();
  window.addEventListener("beforeprint", () => {
    for (const one of all(".score details:not([open])")) {
      folded.add(one);
      one.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
    folded.clear();
  });

  // The table of postings sorts by its columns.
  const sort = (head, number) => {
    const body = head.closest("table").tBodies[0];
    const up = head.getAttribute("aria-sort") === "descending" || (!head.hasAttribute("aria-sort") && number === 0);
    const value = (row) => {
      const cell = row.cells[number];
      return head.dataset.sort === "text" ? cell.textContent : Number(cell.dataset.value || cell.textContent);
    };
    const order = (a, b) => (head.dataset.sort === "text" ? value(a).localeCompare(value(b)) : value(a) - value(b)) * (up ? 1 : -1);
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...[...body.rows].sort(order));
  };
  all(".sortable thead th").forEach((head, number) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => sort(head, number));
  });
})();
