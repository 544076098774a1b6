import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))

project = "Two at once"
extensions = ["loopthread_docs"]
html_static_path = ["_static"]
