"""Finds in the code the sentences that errors are made of, as templates to translate.

The core knows no Qt and speaks English. What it gives to a ``StudioError`` is read here from the
syntax of the modules: f-strings become templates with numbered places, ``“%1” is damaged.``, and
where a place is filled from a few sentences of the code, those are found too.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

ROOTS = frozenset({"StudioError", "Fault", "_Damaged"})  # their kinds are errors too
SILENT = ("cli", "command", "options", "terminal")  # modules that only the command line runs
NOTES = frozenset({"notes", "note", "warnings", "said"})  # what readers of files say of them
READERS = ("image", "music")  # the packages with these readers
DEEPEST = 6

Pattern = tuple[str | None, ...]  # literal text, None for a place


@dataclass(frozen=True, slots=True)
class Module:
    """What a module defines, where it has the rest from, and what it calls in which function."""

    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)
    classes: dict[str, set[str]] = field(default_factory=dict)
    calls: list[tuple[ast.AST | None, ast.Call]] = field(default_factory=list)

    def read(self, node: ast.AST, scope: ast.AST | None = None) -> None:
        """Take in what stands below a node, which is part of a function or of none."""
        for child in ast.iter_child_nodes(node):
            inner = scope
            match child:
                case ast.FunctionDef(name=name):
                    inner = child
                    self.functions.setdefault(name, child)
                case ast.ClassDef(name=name, bases=bases):
                    self.classes[name] = {_name(base) for base in bases}
                case ast.ImportFrom(module=str(home), names=names):
                    found = {one.asname or one.name: (home, one.name) for one in names}
                    self.imports.update(found)
                case ast.Call():
                    self.calls.append((inner, child))
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if scope is None:
                    self.constants[name] = value
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if (
                    scope is None
                ):
                    self.constants[name] = value
            self.read(child, inner)


@dataclass(slots=True)
class Finder:
    """All templates of a package; ``found`` keeps the order of the modules."""

    modules: dict[str, Module]
    found: dict[str, None] = field(default_factory=dict)

    def look(self) -> list[str]:
        """The templates of all errors, and of the notes on files that were read, each once."""
        kinds = _kinds(self.modules)
        for name, module in self.modules.items():
            reads = any(part in READERS for part in name.split("."))
            for scope, call in module.calls:
                if call.args and (_name(call.func) in kinds or (reads and _notes(call))):
                    self._keep(self._patterns(call.args[0], module, scope, 0))
        return list(self.found)

    def _keep(self, patterns: list[Pattern]) -> None:
        for pattern in patterns:
            text = "".join(part or "" for part in pattern)
            if text.islower() or (" " in text and any(map(str.isalpha, text))):
                self.found.setdefault(template(pattern))

    def _patterns(
        self, node: ast.expr, module: Module, scope: ast.AST | None, depth: int
    ) -> list[Pattern]:
        """What an expression can be: nothing where that cannot be seen in the code."""
        if depth > DEEPEST:
            return []

        def all_of(*nodes: ast.expr) -> list[Pattern]:
            return [one for each in nodes for one in self._patterns(each, module, scope, depth + 1)]

        match node:
            case ast.Constant(value=str(text)):
                return [(text,)]
            case ast.JoinedStr(values=parts):
                return [tuple(self._part(part, module, scope, depth) for part in parts)]
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return [one + two for one, two in product(all_of(left), all_of(right))]
            case ast.IfExp(body=body, orelse=other):
                return all_of(body, other)
            case ast.BoolOp(values=values):
                return all_of(*values)
            case ast.Dict(keys=keys, values=values):
                return all_of(*(key for key in keys if key is not None), *values)
            case ast.Tuple(elts=values) | ast.List(elts=values):
                return all_of(*values)
            case ast.Call(func=ast.Name(id="count_of"), args=[_, one, many]):
                several = [(None, " ", *pattern) for pattern in all_of(many)]
                return [*(("1 ", *pattern) for pattern in all_of(one)), *several]
            case ast.Call(func=ast.Name(id="MappingProxyType"), args=[table]):
                return all_of(table)
            case ast.Call(func=ast.Name(id=name)):
                return self._returned(name, module, depth)
            case ast.Call(func=ast.Attribute(value=value, attr="get"), args=[_, other]):
                return all_of(value, other)
            case ast.Call(func=ast.Attribute(value=value)) | ast.Subscript(value=value):
                return all_of(value)
            case ast.Name(id=name):
                return self._named(name, module, scope, depth)
        return []

    def _part(
        self, part: ast.expr, module: Module, scope: ast.AST | None, depth: int
    ) -> str | None:
        """The text of a part of an f-string; a place is None, and what can fill it is kept."""
        if isinstance(part, ast.Constant):
            return str(part.value)
        assert isinstance(part, ast.FormattedValue)
        self._keep(self._patterns(part.value, module, scope, depth + 1))
        return None

    def _named(self, name: str, module: Module, scope: ast.AST | None, depth: int) -> list[Pattern]:
        """What a name stands for: in its function, in its module, or where that has it from."""
        given = list(_assigned(name, scope)) if scope else []
        if given:
            return [one for node in given for one in self._patterns(node, module, scope, depth + 1)]
        if name in module.constants:
            return self._patterns(module.constants[name], module, None, depth + 1)
        home, real = module.imports.get(name, ("", ""))
        if home in self.modules:
            return self._named(real, self.modules[home], None, depth + 1)
        return []

    def _returned(self, name: str, module: Module, depth: int) -> list[Pattern]:
        if name in module.functions:
            function = module.functions[name]
            return [
                one
                for node in ast.walk(function)
                if isinstance(node, ast.Return) and node.value is not None
                for one in self._patterns(node.value, module, function, depth + 1)
            ]
        home, real = module.imports.get(name, ("", ""))
        if home in self.modules:
            return self._returned(real, self.modules[home], depth + 1)
        return []


@cache
def sentences(package: Path) -> list[str]:
    """The templates of the errors in a package, but for those of the command line."""
    return Finder(dict(_modules(package))).look()


def template(pattern: Pattern) -> str:
    """A pattern in words: its places are numbered, and places side by side are one."""
    text, places, before = "", 0, False
    for part in pattern:
        if part is None and not before:
            places += 1
            text += f"%{places}"
        text += part or ""
        before = part is None or (before and not part)
    return text


def _modules(package: Path) -> Iterator[tuple[str, Module]]:
    for path in sorted(package.rglob("*.py")):
        if path.parent != package or path.stem.split("_")[0] not in SILENT:
            module = Module()
            module.read(ast.parse(path.read_text("utf-8")))
            yield ".".join(path.relative_to(package.parent).with_suffix("").parts), module


def _kinds(modules: dict[str, Module]) -> set[str]:
    """The names of the classes of errors, those of the roots and all below them."""
    known, before = set(ROOTS), 0
    while len(known) > before:
        before = len(known)
        for module in modules.values():
            known |= {name for name, bases in module.classes.items() if known & bases}
    return known


def _notes(call: ast.Call) -> bool:
    """Whether a sentence is added to the notes on a file."""
    match call.func:
        case ast.Attribute(attr="append", value=ast.Name(id=name)):
            return name in NOTES
    return False


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """Every value that a name is given inside a function, and every table that it goes through."""
    for node in ast.walk(scope):
        match node:
            case ast.For(target=target, iter=table) if name in _names(target):
                yield table
            case ast.Assign(targets=[ast.Name(id=given)], value=value) if given == name:
                yield value
            case ast.NamedExpr(target=ast.Name(id=given), value=value) if given == name:
                yield value


def _names(target: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}


def names(path: Path) -> list[str]:
    """Every text in the tables of a module, each once."""
    statements = ast.parse(path.read_text("utf-8")).body
    tables = [one.value for one in statements if isinstance(one, ast.Assign | ast.AnnAssign)]
    texts = [
        node.value
        for table in tables
        if table is not None
        for node in ast.walk(table)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return list(dict.fromkeys(texts))
