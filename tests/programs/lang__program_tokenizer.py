# A tokenizer, a parser and an evaluator for arithmetic.
import re
from dataclasses import dataclass

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|(\*\*|[-+*/()=])|([a-z]\w*))")


@dataclass
class Token:
    kind: str
    text: str


def tokens(text):
    at = 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"unexpected {text[at]!r} at {at}")
        number, operator, name = match.groups()
        yield Token("number", number) if number else Token("op", operator) if operator else Token("name", name)
        at = match.end()


class Parser:
    PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}

    def __init__(self, text):
        self.tokens = list(tokens(text))

    def peek(self):
        return self.tokens[0] if self.tokens else Token("end", "")

    def take(self, text=None):
        token = self.peek()
        if text and token.text != text:
            raise SyntaxError(f"expected {text!r}, got {token.text or 'the end'!r}")
        return self.tokens.pop(0)

    def expression(self, least=1):
        left = self.atom()
        while (op := self.peek().text) in self.PRECEDENCE and self.PRECEDENCE[op] >= least:
            self.take()
            right = self.expression(self.PRECEDENCE[op] + (op != "**"))
            left = (op, left, right)
        return left

    def atom(self):
        match self.take():
            case Token("number", text):
                return float(text) if "." in text else int(text)
            case Token("name", text):
                return text
            case Token("op", "-"):
                return ("neg", self.expression(3))
            case Token("op", "("):
                inner = self.expression()
                self.take(")")
                return inner
            case Token(_, text):
                raise SyntaxError(f"unexpected {text!r}")


def evaluate(tree, names):
    match tree:
        case int() | float():
            return tree
        case str():
            return names[tree]
        case ("neg", inner):
            return -evaluate(inner, names)
        case (op, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return {"+": a.__add__, "-": a.__sub__, "*": a.__mul__, "/": a.__truediv__, "**": a.__pow__}[op](b)


names = {"x": 3, "pi": 3.14}
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 3 - 2", "x * (x + 1) / 2", "-(x)", "2 * pi", "1 +", "(1", "1 ) 2", "$", "y + 1", "1 / 0", ""):
    try:
        parser = Parser(text)
        tree = parser.expression()
        if parser.tokens:
            raise SyntaxError(f"left over: {parser.peek().text!r}")
        print(text, "=", evaluate(tree, names), tree)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
