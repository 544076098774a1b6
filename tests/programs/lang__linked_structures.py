# Linked lists, trees and stacks as classes.

class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in items:
            self.append(item)

    def append(self, value):
        node, self.size = Node(value), self.size + 1
        if not self.head:
            self.head = node
            return
        last = self.head
        while last.next:
            last = last.next
        last.next = node

    def push(self, value):
        self.head, self.size = Node(value, self.head), self.size + 1

    def pop(self):
        if not self.head:
            raise IndexError("pop from empty LinkedList")
        value, self.head = self.head.value, self.head.next
        self.size -= 1
        return value

    def reverse(self):
        previous, current = None, self.head
        while current:
            current.next, previous, current = previous, current, current.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __repr__(self):
        return f"LinkedList({list(self)!r})"

    def __eq__(self, other):
        return list(self) == list(other)


l = LinkedList("abc")
l.push("z")
l.append("end")
print(l, len(l), "b" in l, l.pop(), l)
l.reverse()
print(l, l == ["end", "c", "b", "a"], [v.upper() for v in l], list(zip(l, range(2))))
while len(l):
    l.pop()
try:
    l.pop()
except IndexError as error:
    print(error, l)


class Tree:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def insert(self, key):
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child:
            child.insert(key)
        else:
            setattr(self, side, Tree(key))
        return self

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __contains__(self, key):
        if key == self.key:
            return True
        child = self.left if key < self.key else self.right
        return child is not None and key in child

    def height(self):
        return 1 + max((c.height() for c in (self.left, self.right) if c), default=0)

    def __str__(self):
        return f"({self.left or ''}{self.key}{self.right or ''})"


tree = Tree(50)
for key in (30, 70, 20, 40, 60, 80):
    tree.insert(key)
print(list(tree), 40 in tree, 45 in tree, tree.height(), tree, sum(tree), max(tree))


class Stack:
    def __init__(self):
        self._items = []

    def __call__(self, item):
        self._items.append(item)
        return self

    def __bool__(self):
        return bool(self._items)

    def pop(self):
        return self._items.pop()


def balanced(text):
    stack, pairs = [], {")": "(", "]": "[", "}": "{"}
    for char in text:
        if char in pairs.values():
            stack.append(char)
        elif char in pairs and (not stack or stack.pop() != pairs[char]):
            return False
    return not stack


s = Stack()(1)(2)(3)
while s:
    print(s.pop(), end=" ")
print(balanced("{[()]}"), balanced("(]"), balanced("(("), balanced(""))
