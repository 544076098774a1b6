// The search panel: a chunk of its own, fetched when it is first asked for.

import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { keymap } from "@codemirror/view";

export { openSearchPanel };

export const searching = [search(), keymap.of(searchKeymap)];
