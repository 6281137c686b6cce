// Rows of a form: adding, moving, doubling, taking away, and pasting cells from a spreadsheet.
let count = 0;

export const hang = (rows) => [...rows.querySelector(".cac-hang").children];

const title = (field) => (field.querySelector(":scope > label, :scope > legend")?.firstChild?.textContent ?? "").trim();

export const dat = (rows) => hang(rows).forEach((row, index) => {
  row.querySelector(".hang-ten").textContent = `${rows.dataset.ten}, dòng ${index + 1}`;
  for (const button of row.querySelectorAll(":scope > .hang-nut button")) {
    button.setAttribute("aria-label", `${button.textContent}: dòng ${index + 1} của ${rows.dataset.ten}`);
  }
});

export const them = (rows, before = null) => {
  const made = rows.querySelector(":scope > template").content.cloneNode(true);
  count += 1;
  for (const each of made.querySelectorAll("*")) {
    for (const { name, value } of [...each.attributes]) {
      if (value.includes("§")) each.setAttribute(name, value.replaceAll("§", `h${count}`));
    }
  }
  const row = made.firstElementChild;
  rows.querySelector(".cac-hang").insertBefore(row, before);
  dat(rows);
  return row;
};

// The cells of a copied range: tabs and line ends part them, quotes hold together.
export const cacO = (text) => {
  const table = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const line = table.at(-1);
    if (quoted && sign === '"' && text[at + 1] === '"') { line[line.length - 1] += '"'; at += 1; }
    else if (quoted && sign === '"') quoted = false;
    else if (!quoted && sign === '"' && line.at(-1) === "") quoted = true;
    else if (!quoted && sign === "\t") line.push("");
    else if (!quoted && (sign === "\n" || sign === "\r")) { if (sign === "\n" || text[at + 1] !== "\n") table.push([""]); }
    else line[line.length - 1] += sign;
  }
  return table.filter((line) => line.some((cell) => cell.trim())).map((line) => line.map((cell) => cell.trim()));
};

// Put copied cells into rows from one row and field on; a first line of titles says which fields they are.
export const dan = (rows, row, field, table, put) => {
  const fields = (each) => [...each.querySelectorAll(":scope > .hang-o > [data-truong]")];
  const titles = fields(row).map(title);
  const plain = (text) => text.normalize("NFC").trim().toLowerCase();
  const heads = table[0].map((cell) => titles.findIndex((each) => plain(each) === plain(cell)));
  const headed = table.length > 1 && heads.filter((each) => each >= 0).length >= Math.max(1, table[0].length / 2);
  const first = fields(row).indexOf(field);
  const lines = headed ? table.slice(1) : table;
  let at = row;
  lines.forEach((line, index) => {
    if (index) at = at.nextElementSibling ?? them(rows);
    const here = fields(at);
    line.forEach((cell, column) => {
      const target = here[headed ? heads[column] : first + column];
      if (target) put(target, cell);
    });
  });
  rows.querySelector(":scope > .bao-hang").textContent = `Đã dán ${lines.length} dòng, ${table[0].length} cột.`;
};
