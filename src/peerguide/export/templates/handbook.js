"use strict";
{
  const root = document.documentElement;
  const sought = document.getElementById("_sought");
  const hits = document.getElementById("_hits");
  const dark = document.getElementById("_dark");
  const system = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (root.dataset.colours ? root.dataset.colours === "dark" : system.matches);
  const tellColours = () => dark.setAttribute("aria-pressed", String(isDark()));
  dark.addEventListener("click", () => {
    root.dataset.colours = isDark() ? "light" : "dark";
    tellColours();
  });
  system.addEventListener("change", tellColours);

  const entries = document.querySelectorAll("[data-entry]");
  const groups = document.querySelectorAll("[data-group]");
  const pieces = Array.from(document.querySelectorAll("[data-find]"), (element) => ({
    element,
    text: element.textContent,
    entry: element.closest("[data-entry]"),
    folded: null,
    marked: false,
  }));

  // The text in small letters without accents, and where in the text each of its letters begins and ends.
  function fold(text) {
    const folded = { plain: "", starts: [], ends: [] };
    let at = 0;
    for (const sign of text) {
      const end = at + sign.length;
      const plain = sign.toUpperCase().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2018\u2019]/g, "'");
      for (let each = 0; each < plain.length; each += 1) {
        folded.starts.push(at);
        folded.ends.push(end);
      }
      if (!plain && folded.ends.length) folded.ends[folded.ends.length - 1] = end;
      folded.plain += plain;
      at = end;
    }
    return folded;
  }

  // Where a piece has what is wanted, as pairs of a beginning and an end.
  function places(piece, wanted) {
    piece.folded ??= fold(piece.text);
    const { plain, starts, ends } = piece.folded;
    const found = [];
    let last = 0;
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      if (starts[at] < last) continue;
      last = ends[at + wanted.length - 1];
      found.push([starts[at], last]);
    }
    return found;
  }

  function mark(piece, found) {
    if (!found.length && !piece.marked) return;
    piece.marked = found.length > 0;
    piece.element.replaceChildren();
    let at = 0;
    for (const [start, end] of found) {
      const hit = document.createElement("mark");
      hit.textContent = piece.text.slice(start, end);
      piece.element.append(piece.text.slice(at, start), hit);
      at = end;
    }
    piece.element.append(piece.text.slice(at));
  }

  function groupsOf(found) {
    const shown = new Set();
    for (const entry of found) {
      for (let group = entry.closest("[data-group]"); group; group = group.parentElement.closest("[data-group]")) {
        shown.add(group);
      }
    }
    return shown;
  }

  function told(typed, count) {
    if (!count) return `No entry has "${typed}". A shorter part of the word may find more.`;
    return count === 1 ? `1 entry has "${typed}".` : `${count} entries have "${typed}".`;
  }

  function search() {
    const typed = sought.value.trim().replace(/\s+/g, " ");
    const wanted = fold(typed).plain;
    const found = new Set();
    for (const piece of pieces) {
      const here = wanted ? places(piece, wanted) : [];
      mark(piece, here);
      if (here.length) found.add(piece.entry);
    }
    const shown = groupsOf(found);
    for (const entry of entries) {
      (entry.querySelector("[data-rest]") ?? entry).hidden = wanted !== "" && !found.has(entry);
    }
    for (const group of groups) group.hidden = wanted !== "" && !shown.has(group);
    root.classList.toggle("searching", wanted !== "");
    hits.textContent = wanted ? told(typed, found.size) : "";
  }

  function clear() {
    sought.value = "";
    search();
  }

  let waiting = 0;
  sought.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 200);
  });
  sought.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  document.getElementById("_search").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    clear();
    target.scrollIntoView();
  });

  tellColours();
  search();
  document.getElementById("_tools").hidden = false;
}
