"use strict";
// Filters that need more than CSS, and comforts. Without this script the page says the same.
document.documentElement.classList.add("scripted");
const findings = [...document.querySelectorAll(".finding")];
const report = document.getElementById("filter-report");
const check = document.getElementById("filter-check");
const words = document.getElementById("filter-words");
const said = document.getElementById("filter-count");
const text = new Map(findings.map((it) => [it, it.textContent.toLowerCase()]));

function wanted(it) {
  return (!report.value || it.dataset.report === report.value)
    && (!check.value || it.dataset.check === check.value)
    && words.value.toLowerCase().split(/\s+/).every((word) => text.get(it).includes(word));
}

function filter() {
  for (const it of findings) it.hidden = !wanted(it);
  const shown = findings.filter((it) => it.offsetParent !== null).length;
  for (const group of document.querySelectorAll(".group")) {
    group.hidden = ![...group.querySelectorAll(".finding")].some((it) => !it.hidden);
  }
  said.textContent = `${shown} of ${findings.length} findings shown`;
}

function opened() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let it = target; it; it = it.parentElement) if (it.tagName === "DETAILS") it.open = true;
  const own = target && target.matches(".finding") && target.querySelector("details");
  if (own) own.open = true;
  if (target && target.matches(".panel")) target.focus();
}

if (said) {
  for (const it of document.querySelectorAll(".filters input, .filters select")) {
    it.addEventListener("input", filter);
  }
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  filter();
}

let from = null;
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.n");
  if (link) from = link;
  if (event.target.closest("a.close")) { event.preventDefault(); shut(); }
});

function shut() {
  const open = document.querySelector(".panel:target");
  if (!open) return;
  location.hash = "";
  history.replaceState(null, "", location.pathname + location.search);
  if (from) from.focus();
}

document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
window.addEventListener("hashchange", opened);
opened();

let closed = [];
window.addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("main details:not([open])")];
  for (const it of closed) it.open = true;
});
window.addEventListener("afterprint", () => { for (const it of closed) it.open = false; });
