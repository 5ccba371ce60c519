// What our modules share: the names of their files, and where their memory is.

/** The index of a data set, and the texts that it names. */
export async function filesOf(folder) {
  const index = await (await fetch(`${folder}/index.json`)).json();
  return ['index.json', ...index.texts.map(([file]) => file.split('?')[0])];
}

/** The memory of a module: the build gives its exports short names. */
export const memoryOf = (exports) => Object.values(exports).find((it) => it instanceof WebAssembly.Memory);
