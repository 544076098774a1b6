# A small program: parsing commands, an interpreter, linked structures.

# === A stack calculator ===
class Calculator:
    operations = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
    }
    def run(self, text):
        stack = []
        for token in text.split():
            if token in self.operations:
                try:
                    b, a = stack.pop(), stack.pop()
                except IndexError:
                    raise ValueError(f"too few numbers for {token!r}") from None
                stack.append(self.operations[token](a, b))
            else:
                stack.append(float(token))
        if len(stack) != 1:
            raise ValueError(f"{len(stack)} values left")
        return stack[0]

calculator = Calculator()
for text in ("1 2 +", "2 3 4 * +", "1 0 /", "1 +", "1 2", "x"):
    try:
        print(text, "=", calculator.run(text))
    except (ValueError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)

# === A tokenizer as a generator ===
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isdigit():
            start = i
            while i < len(text) and text[i].isdigit():
                i += 1
            yield int(text[start:i])
            continue
        if c in "+-*/()":
            yield c
        elif not c.isspace():
            raise SyntaxError(f"what is {c!r}?")
        i += 1

class Parser:
    def __init__(self, text):
        self.tokens = [*tokens(text), None]
    def expression(self):
        value = self.term()
        while self.tokens[0] in ("+", "-"):
            value = value + self.term() if self.tokens.pop(0) == "+" else value - self.term()
        return value
    def term(self):
        value = self.factor()
        while self.tokens[0] in ("*", "/"):
            value = value * self.factor() if self.tokens.pop(0) == "*" else value // self.factor()
        return value
    def factor(self):
        match self.tokens.pop(0):
            case int(n):
                return n
            case "-":
                return -self.factor()
            case "(":
                value = self.expression()
                if self.tokens.pop(0) != ")":
                    raise SyntaxError("unclosed")
                return value
            case other:
                raise SyntaxError(f"unexpected {other!r}")

for text in ("1 + 2 * 3", "(1 + 2) * -3", "2 * (3 + 4) * 5", "7 / 2 - 1", "(1", "1 + $", "* 2"):
    try:
        print(text, "=", Parser(text).expression())
    except SyntaxError as error:
        print(text, "->", error)

# === A linked list ===
class Node:
    def __init__(self, value, rest=None):
        self.value, self.rest = value, rest
    def __iter__(self):
        node = self
        while node is not None:
            yield node.value
            node = node.rest
    def reversed(self):
        result = None
        for value in self:
            result = Node(value, result)
        return result
chain = Node(1, Node(2, Node(3)))
print(list(chain), list(chain.reversed()), sum(chain), 2 in chain, [*map(str, chain)])
