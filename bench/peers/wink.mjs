// wink-nlp over a folder of texts: tokens, sentences, tags and names. Reads "go" lines, answers each with one line of JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
const folder = process.argv[2];
const texts = readdirSync(folder).sort().map((file) => readFileSync(join(folder, file), 'utf8'));

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'go') break;
  const start = process.hrtime.bigint();
  let tokens = 0;
  for (const text of texts) {
    const document = nlp.readDoc(text);
    tokens += document.tokens().length();
    document.sentences().length();
    document.entities().length();
  }
  console.log(JSON.stringify({ tokens, seconds: Number(process.hrtime.bigint() - start) / 1e9 }));
}
