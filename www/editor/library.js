// The source of `quara.concurrency`, to be read: a chunk of its own, fetched when its tab is first opened.

export { default as source } from "../../crates/session/python/quara/concurrency.py";
