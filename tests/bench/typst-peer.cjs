// SPDX-License-Identifier: GPL-3.0-or-later
// typst-peer TEXT OUT: the text, a paragraph a line, as a PDF by Typst on a page
// as the decree's, and how many milliseconds that took from the first call on.
// Exit status 3 where Typst's library is not installed (NODE_PATH names where).
'use strict';

const fs = require('fs');

let typst;
try {
  typst = require('@myriaddreamin/typst-ts-node-compiler');
} catch (error) {
  process.exit(3);
}

const paragraphs = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter((line) => line !== '');
const start = process.hrtime.bigint();
const page = `#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))
#set text(font: "Liberation Serif", size: 14pt, lang: "vi")
#set par(justify: true, first-line-indent: 12.7mm)
`;
const content = page + paragraphs.map((line) => '#' + JSON.stringify(line)).join('\n\n');
const pdf = typst.NodeCompiler.create().pdf({ mainFileContent: content });

fs.writeFileSync(process.argv[3], pdf);
console.log((Number(process.hrtime.bigint() - start) / 1e6).toFixed(1));
