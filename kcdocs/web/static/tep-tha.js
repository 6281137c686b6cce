// The files of what was dropped, with those in folders, by their names.

// A folder gives its files a hundred at a time.
const filesIn = async (entries) => {
  const found = [];
  for (const entry of entries) {
    if (entry.isFile) found.push(await new Promise((give, fail) => { entry.file(give, fail); }));
    if (!entry.isDirectory) continue;
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((give, fail) => { reader.readEntries(give, fail); });
      if (!some.length) break;
      found.push(...await filesIn(some));
    }
  }
  return found;
};

// Hidden files and the locks that Word and LibreOffice lay beside an open file are nobody's texts.
export const laTepAn = ({ name }) => /^(\.|~\$)/.test(name);

export const tepTha = async ({ dataTransfer }) => {
  const files = [...dataTransfer.files];
  const entries = [...dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return { files, folder: false };
  const inside = (await filesIn(entries)).filter((file) => !laTepAn(file));
  return { files: inside.sort((one, other) => one.name.localeCompare(other.name)), folder: true };
};
