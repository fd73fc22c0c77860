"""What a worker process does with one file: parse, extract facts, lower, judge, and hand all of it back as bytes.

Nothing of the tree outlives the file. The parent never imports LibCST; everything it needs is in the bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from lintel.card import OptionValue
from lintel.engines import content_digest
from lintel.engines.native.judge import Dispatch, dispatch_table, judge_module
from lintel.engines.native.messages import FileJudgement, FileResult, WorkerOrder
from lintel.errors import SourceError
from lintel.facts.lower import lower
from lintel.facts.module import extract
from lintel.finding import Failure
from lintel.flow.encoding import encode as encode_ir
from lintel.knowledge.compiled import shipped_knowledge
from lintel.knowledge.index import Knowledge
from lintel.source.module import Module


def start_worker(order: bytes) -> Callable[[str], bytes]:
    """Prepare a worker; returns the task that judges one project-relative path and gives an encoded `FileResult`."""
    from lintel.rules.registry import load_rules

    decoded = msgspec.msgpack.decode(order, type=WorkerOrder)
    rules = load_rules(decoded.rule_modules)
    dispatch = dispatch_table(rules)
    knowledge = _knowledge(decoded)
    root = Path(decoded.root)
    encode = msgspec.msgpack.Encoder().encode

    def task(path: str) -> bytes:
        try:
            data = decoded.contents[path] if path in decoded.contents else (root / path).read_bytes()
        except OSError as error:
            remedy = "make the file readable, or exclude it"
            return encode(_failed(Failure(kind="unreadable", path=path, reason=str(error.strerror), remedy=remedy), ""))
        options = decoded.options[decoded.options_of.get(path, 0)]
        return encode(judge_file(path, data, dispatch, knowledge, options, decoded.max_bytes))

    return task


def _knowledge(order: WorkerOrder) -> Knowledge:
    sent = order.knowledge
    knowledge = Knowledge.decode(sent) if sent else shipped_knowledge(bytes.fromhex(order.knowledge_digest))
    if knowledge is None:
        raise ValueError("a worker was sent knowledge of another format")
    return knowledge


def judge_file(
    path: str,
    data: bytes,
    dispatch: Dispatch,
    knowledge: Knowledge,
    options: Mapping[str, Mapping[str, OptionValue]],
    max_bytes: int,
) -> FileResult:
    """Everything one file says, from its bytes. Raises nothing: what cannot be judged is a failure in the result."""
    digest = content_digest(data)
    try:
        module = Module(path, data, max_bytes=max_bytes)
    except SourceError as error:
        failure = Failure(kind=error.kind, path=path, line=error.line or 0, reason=error.reason, remedy=error.remedy)
        return _failed(failure, digest)
    encode = msgspec.msgpack.Encoder().encode
    try:
        return FileResult(
            digest=digest,
            facts=encode(extract(module)),
            ir=encode_ir(lower(module.walked)),
            judgement=encode(judge_module(module, dispatch, knowledge, options)),
        )
    finally:
        module.close()


def _failed(failure: Failure, digest: str) -> FileResult:
    judgement = msgspec.msgpack.encode(FileJudgement(failures=(failure,)))
    return FileResult(digest=digest, facts=b"", ir=b"", judgement=judgement)
