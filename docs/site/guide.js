// Search in the guide, with or without tone marks, and buttons that copy commands. Works from a file on disk too:
// the index is a script, for a browser lets no page of a disk fetch a file.
"use strict";

const me = document.currentScript;
const ask = document.getElementById("ask");
const found = document.getElementById("found");
const count = document.getElementById("count");
const up = document.body.dataset.up;
const MOST = 20; // results that are shown
const AROUND = 80; // letters shown on both sides of a word that was found

const low = (text) => text.toLowerCase().normalize("NFC");
const plain = (text) => low(text).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
const spaced = (text) => ` ${text.replace(/[^\p{L}\d]+/gu, " ")} `; // a word begins behind a space
const words = (text) => text.split(/[^\p{L}\d]+/u).filter(Boolean);
let loading = null;

function index() {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = me.dataset.index;
    script.onload = () => done(window.guideIndex.map(([page, heading, url, text]) => ({
      page, heading, url, text,
      title: spaced(plain(`${page} ${heading}`)), body: spaced(plain(text)), marked: spaced(low(`${page} ${heading} ${text}`)),
    })));
    script.onerror = failed;
    document.head.append(script);
  });
  return loading;
}

function weight(section, asked, typed) {
  let sum = 0;
  for (const [at, word] of asked.entries()) {
    const inTitle = section.title.includes(` ${word}`);
    if (!inTitle && !section.body.includes(` ${word}`)) return 0;
    sum += (inTitle ? 2 : 1) + (section.marked.includes(` ${typed[at]} `) ? 1 : 0);
  }
  for (const [at, word] of asked.slice(1).entries()) {
    const pair = ` ${asked[at]} ${word}`;
    sum += (section.title.includes(pair) ? 5 : 0) + Math.min(3, section.body.split(pair).length - 1);
  }
  return sum;
}

function excerpt(section, asked) {
  const body = plain(section.text);
  const places = [asked.join(" "), ...asked].map((word) => body.search(new RegExp(`(?<![\\p{L}\\d])${word}`, "u")));
  const at = Math.max(0, places.find((place) => place >= 0) ?? 0);
  const from = Math.max(0, at - AROUND);
  const told = section.text.slice(from, at + 2 * AROUND);
  return (from ? "…" : "") + told + (from + told.length < section.text.length ? "…" : "");
}

function shown(section, asked) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = up + section.url;
  link.textContent = section.heading === section.page ? section.page : `${section.page}: ${section.heading}`;
  const told = document.createElement("p");
  told.textContent = excerpt(section, asked);
  item.append(link, told);
  return item;
}

async function look() {
  const typed = words(low(ask.value));
  const asked = typed.map(plain);
  const sections = asked.length ? await index() : [];
  if (words(low(ask.value)).join() !== typed.join()) return; // more was typed while the index was loaded
  const hits = sections.map((section) => [weight(section, asked, typed), section]).filter(([sum]) => sum);
  hits.sort(([one], [other]) => other - one);
  found.replaceChildren(...hits.slice(0, MOST).map(([, section]) => shown(section, asked)));
  found.hidden = !hits.length;
  count.textContent = hits.length ? count.dataset.some.replace("{}", hits.length) : asked.length ? count.dataset.none : "";
}

ask.addEventListener("input", look);
ask.form.addEventListener("submit", (event) => {
  event.preventDefault();
  found.querySelector("a")?.click();
});

for (const block of document.querySelectorAll(".block[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = block.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent.trimEnd());
    button.textContent = block.dataset.copied;
  });
  block.append(button);
}
