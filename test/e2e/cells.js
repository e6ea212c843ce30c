/** Runs in the page: `window.e2e` reads and types cells of the active sheet behind the grid. */
(() => {
  const at = (cell) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell);
    return [Number(row) - 1, [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1];
  };
  const book = () => window.workbench.book;
  window.e2e = {
    text: (cell) => book().textAt(book().active, ...at(cell)),
    formula: (cell) => String(book().active.formula(...at(cell))),
    type: (cell, input) => book().edit(book().active, ...at(cell), input),
    select: (cell) => {
      const [row, column] = at(cell);
      book().select(book().active, [{ top: row, left: column, bottom: row, right: column }]);
    },
  };
})();
