/** Loaded before the product: `Date` is off by as many milliseconds as CLOCK_FILE says, and follows the file while it runs. */
const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.CLOCK_FILE;
const RealDate = Date;
let shift = 0;

const look = () => {
  const wanted = Number(readFileSync(file, 'utf8'));
  if (wanted === shift) return;
  shift = wanted;
  writeFileSync(`${file}.seen.${process.pid}`, String(Date.now() - RealDate.now()));
};

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + shift] : args));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
setInterval(look, 100).unref();
