# A small language: tokens, trees, visitors, scopes, and an interpreter with closures.

def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()

    def read(at):
        if at >= len(tokens):
            raise SyntaxError("unexpected end")
        token = tokens[at]
        if token == "(":
            items, at = [], at + 1
            while at < len(tokens) and tokens[at] != ")":
                item, at = read(at)
                items.append(item)
            if at >= len(tokens):
                raise SyntaxError("missing )")
            return items, at + 1
        if token == ")":
            raise SyntaxError("unexpected )")
        for kind in (int, float):
            try:
                return kind(token), at + 1
            except ValueError:
                pass
        return token, at + 1

    tree, end = read(0)
    if end != len(tokens):
        raise SyntaxError(f"left over: {' '.join(tokens[end:])}")
    return tree


class Scope(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope
            scope = scope.outer
        raise NameError(f"{name} is unbound")


class Lambda:
    def __init__(self, names, body, scope):
        self.names, self.body, self.scope = names, body, scope

    def __call__(self, *args):
        if len(args) != len(self.names):
            raise TypeError(f"wanted {len(self.names)}, got {len(args)}")
        return evaluate(self.body, Scope(self.names, args, self.scope))


import operator

top = Scope(["+", "-", "*", "/", "<", "=", "list", "car", "cdr", "len", "print"],
            [lambda *a: sum(a), operator.sub, operator.mul, operator.truediv, operator.lt, operator.eq, lambda *a: list(a), lambda l: l[0], lambda l: l[1:], len, print])


def evaluate(tree, scope=top):
    match tree:
        case str(name):
            return scope.find(name)[name]
        case int() | float():
            return tree
        case ["if", test, then, otherwise]:
            return evaluate(then if evaluate(test, scope) else otherwise, scope)
        case ["define", name, value]:
            scope[name] = evaluate(value, scope)
        case ["set!", name, value]:
            scope.find(name)[name] = evaluate(value, scope)
        case ["lambda", [*names], body]:
            return Lambda(names, body, scope)
        case ["begin", *steps, last]:
            for step in steps:
                evaluate(step, scope)
            return evaluate(last, scope)
        case ["quote", value]:
            return value
        case [function, *args]:
            return evaluate(function, scope)(*[evaluate(a, scope) for a in args])
        case _:
            raise SyntaxError(f"what is {tree}?")


for text in ("(+ 1 2 (* 3 4))", "(define square (lambda (x) (* x x)))", "(square 7)", "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 20)", "(define counter ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 0))",
             "(counter)", "(counter)", "(car (cdr (list 1 2 3)))", "(quote (a b (c)))", "(print (quote hello) 5)", "(unknown 1)", "(square 1 2)", "(/ 1 0)", "(1 2)", "()", "(+ 1", ")", "(+ 1) 2", ""):
    try:
        print(text, "=>", evaluate(parse(text)))
    except Exception as error:
        print(text, "=>", type(error).__name__, error)


class Printer:
    def visit(self, node):
        return getattr(self, f"visit_{type(node).__name__}", self.generic)(node)

    def visit_list(self, node):
        return "(" + " ".join(map(self.visit, node)) + ")"

    def visit_int(self, node):
        return f"#{node}"

    def generic(self, node):
        return str(node)


class Depth(Printer):
    def visit_list(self, node):
        return 1 + max(map(self.visit, node), default=0)

    def generic(self, node):
        return 0

    visit_int = generic


tree = parse("(a (b 1) (c (d 2.5)))")
print(Printer().visit(tree), Depth().visit(tree))
