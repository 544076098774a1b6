"""Playgrounds in pages that MkDocs or Sphinx make: the element <loop-thread> around a program's text.

To be copied beside the configuration of the documentation, which names it; README.md in this folder says how. Both
take the same options, which are the element's attributes.
"""

import html
import logging

#: The element's attributes: those with a value, and those without.
VALUES = ("panels", "clock", "speed", "seed", "theme", "height", "load", "lines", "setup", "lesson")
FLAGS = ("readonly", "autorun", "dev")
#: What blocks that are not playgrounds may have; of these a playground needs the title only.
OTHERS = ("title", "linenums", "hl_lines")


def element(program, options):
    """The HTML of a playground. A flag's value is of no account.

    The <div> is for Markdown, which puts into a paragraph what it does not know to be a block.
    """
    attributes = [f'{name}="{html.escape(str(options[name]))}"' for name in VALUES if name in options]
    # Written so that it is XHTML, too.
    attributes += [f'{name}=""' for name in FLAGS if name in options]
    if "title" in options:
        attributes.append(f'aria-label="{html.escape(str(options["title"]))}"')
    start = " ".join(["<loop-thread", *attributes])
    return f"<div>{start}><pre><code>{html.escape(program.rstrip())}</code></pre></loop-thread></div>"


# MkDocs: a custom fence of pymdownx.superfences.


def is_runnable(language, inputs, options, attrs, md):
    """Whether a fenced block is a playground; what is not is left to the next fence."""
    if "runnable" not in inputs:
        return False
    for name in inputs:
        if name not in ("runnable", *VALUES, *FLAGS, *OTHERS):
            # An exception would end the build with a traceback; `--strict` ends it with these words.
            logging.getLogger("mkdocs.loopthread").warning("A playground has no option %s.", name)
    options.update(inputs)
    return True


def fence(source, language, css_class, options, md, **kwargs):
    return element(source, options)


# Sphinx: a directive.


def setup(app):
    """Registers `.. loop-thread::`, and the script for the pages that have one."""
    from docutils import nodes
    from docutils.parsers.rst import directives
    from sphinx.transforms.post_transforms import SphinxPostTransform
    from sphinx.util.docutils import SphinxDirective

    class LoopThread(SphinxDirective):
        """A block of code with the options of a playground, which it is for HTML only."""

        has_content = True
        option_spec = {name: directives.unchanged_required for name in VALUES}
        option_spec.update({name: directives.flag for name in FLAGS})

        def run(self):
            program = "\n".join(self.content)
            node = nodes.literal_block(program, program, language="python", loopthread=dict(self.options))
            self.set_source_info(node)
            return [node]

    class Playgrounds(SphinxPostTransform):
        default_priority = 100

        def is_supported(self):
            # Readers of books run no scripts.
            return app.builder.format == "html" and app.builder.name != "epub"

        def run(self, **kwargs):
            for node in [*self.document.findall(nodes.literal_block)]:
                if "loopthread" in node:
                    playground = element(node.rawsource, node["loopthread"])
                    node.replace_self(nodes.raw("", playground, format="html", loopthread=True))

    def add_script(app, pagename, templatename, context, doctree):
        if doctree is not None and any("loopthread" in node for node in doctree.findall(nodes.raw)):
            app.add_js_file(app.config.loopthread_script, loading_method="defer")

    app.add_directive("loop-thread", LoopThread)
    app.add_post_transform(Playgrounds)
    # An address, or a path in a folder of html_static_path.
    app.add_config_value("loopthread_script", "loopthread/embed.js", "html", [str])
    app.connect("html-page-context", add_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
