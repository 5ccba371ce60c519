// The films' title cards, as src/domain/title_card draws them: the same numbers, the same SVG.
import {
  doorway, eye, horizon, initial, keys, phases, quarters, ridges, rings, scales, split, spotlight, umbrella, waveform, windows, wire,
} from './compositions.js';
import { Pen } from './pen.js';

/** How many cards back none is to be like. */
const NEAR_BY = 5;
/** Ground, ink, accent, mid. */
const PALETTES = [
  [0x312b27, 0xe9dcc3, 0xc8a468, 0x77695a], [0xe4d5b7, 0x211d1b, 0xb33a2b, 0xa9946f], [0x1d3d60, 0xe6e6da, 0x9fc0d3, 0x4f7699],
  [0x5b1a23, 0xf1dec6, 0xdd8f6a, 0x944550], [0xe2bfae, 0x3a2231, 0xa33c4a, 0xc48c82], [0xc78f45, 0x2c1b15, 0xf3e3c0, 0x9c5e2d],
  [0x39482f, 0xecdfba, 0xe08b40, 0x7b8853], [0xb4512f, 0xf7e7cf, 0x2b1c20, 0x8a3820], [0xd2dcd0, 0x1f2d2b, 0xcd821d, 0x5f8f82],
  [0x13494d, 0xf1e4cd, 0xef8c52, 0x418280], [0x25399c, 0xf4ecda, 0xff7043, 0x6d84d8], [0xd5432c, 0x180f12, 0xffe2b6, 0x93232a],
  [0x3b2568, 0xf5e6ee, 0xff7590, 0x8661bb], [0xefb137, 0x241b30, 0xcf3b3b, 0xbd7c2a], [0x0f5b46, 0xf4ead1, 0xf2b94d, 0x4b9477],
  [0xc3d8e2, 0x152a3c, 0xe2552d, 0x6e99af],
];

const COMPOSITIONS = [rings, waveform, keys, horizon, windows, ridges, quarters, initial, spotlight, phases, scales, doorway, wire, split, eye, umbrella];
const bits = (...suited) => suited.reduce((all, one) => all | (1 << COMPOSITIONS.indexOf(one)), 0);
const [FACT, CRIME, WONDER, DEEDS] = [bits(wire, windows, rings), bits(windows, eye, doorway, split, initial), bits(scales, ridges, phases, quarters, umbrella), bits(ridges, horizon, split, quarters)];
/** By the first three letters of a genre. */
const SUITED = {
  mus: bits(waveform, rings, keys, spotlight), doc: FACT, bio: FACT, thr: CRIME, cri: CRIME, mys: CRIME, fil: CRIME, noi: CRIME,
  hor: bits(eye, doorway, phases, windows), sci: bits(phases, rings, split, doorway, eye), ani: WONDER, fan: WONDER, fam: WONDER,
  rom: bits(umbrella, horizon, split, scales, windows), com: bits(quarters, umbrella, split, keys), act: DEEDS, adv: DEEDS, wes: DEEDS, war: DEEDS, his: DEEDS, spo: DEEDS,
  dra: bits(rings, horizon, windows, ridges, split, initial, doorway, spotlight, wire),
};

const fnv = (slug) => new TextEncoder().encode(slug).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);

/** What each of sixteen values costs the card at a place. */
function priced(values, hash, suited, place) {
  let taste = hash;
  values.forEach((value, at) => {
    taste = Math.imul(taste, 0x915f77f5) + 0x9e3779b9;
    value.price = ((taste >>> 0) >>> 28) + value.count * 24 + ((suited >> at) & 1 ? 0 : 16) + (value.last + NEAR_BY >= place ? 1 << 24 : 0);
  });
}

/** The title card of each film as SVG, in the order of the films. */
export function titleCards(films) {
  const uses = () => Array.from({ length: 16 }, () => ({ count: 0, last: 0, price: 0 }));
  const [compositions, palettes, pairs] = [uses(), uses(), new Uint16Array(256)];
  return films.map(({ slug, title, year, genres: [genre] }, number) => {
    const [hash, place] = [fnv(slug), NEAR_BY + 1 + number];
    priced(compositions, hash, SUITED[genre?.slice(0, 3).toLowerCase()] ?? 0xffff, place);
    priced(palettes, (hash << 16) | (hash >>> 16), year < 1970 ? 0x1f : year < 2000 ? 0x3e0 : 0xfc00, place);
    let [best, fewest, least] = [0, Infinity, Infinity];
    for (let pair = 0; pair < 256; pair += 1) {
      const price = compositions[pair >> 4].price + palettes[pair & 15].price;
      if (pairs[pair] < fewest || (pairs[pair] === fewest && price < least)) [best, fewest, least] = [pair, pairs[pair], price];
    }
    pairs[best] += 1;
    for (const used of [compositions[best >> 4], palettes[best & 15]]) {
      used.count += 1;
      used.last = place;
    }
    const pen = new Pen(hash >>> 0, PALETTES[best & 15], title);
    COMPOSITIONS[best >> 4](pen);
    return `<svg viewBox="0 0 2400 3300" aria-hidden="true" focusable="false" class="title-card" stroke-linecap="round" stroke-linejoin="round">${pen.html}</svg>`;
  });
}
