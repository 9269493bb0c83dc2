"""libxmlsec1 in process: `python3 libxmlsec.py`. Signatures only, with the key at hand; the same commands as ../validators/serve.mjs."""

import base64
import json
import pathlib
import sys
import time

import xmlsec
from lxml import etree

kept = json.loads((pathlib.Path(__file__).parent.parent / ".cache" / "documents.json").read_text())
SIGNATURE = "{http://www.w3.org/2000/09/xmldsig#}Signature"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
KEY = xmlsec.Key.from_memory(kept["settings"]["idpCertificate"], xmlsec.constants.KeyDataFormatCertPem)
at = {}


def following(shape):
    messages = kept["documents"][shape]["samlResponse"]
    at[shape] = at.get(shape, -1) + 1
    return messages[at[shape] % len(messages)]


def validate(message):
    root = etree.fromstring(base64.b64decode(message), PARSER)
    xmlsec.tree.add_ids(root, ["ID"])
    signatures = list(root.iter(SIGNATURE))
    for signature in signatures:
        context = xmlsec.SignatureContext()
        context.key = KEY
        context.verify(signature)
    return len(signatures) > 0


def prove(shape):
    try:
        accepts = validate(following(shape))
    except Exception as error:
        return {"accepts": False, "why": str(error)}
    try:
        return {"accepts": accepts, "refuses": not validate(kept["documents"][shape]["tampered"])}
    except xmlsec.Error:
        return {"accepts": accepts, "refuses": True}


def work(shape, ms):
    took = []
    cpu = time.process_time()
    begin = now = time.perf_counter()
    while (now - begin) * 1000 < ms:
        validate(following(shape))
        after = time.perf_counter()
        took.append(round((after - now) * 1e6))
        now = after
    return {"took": took, "wallMs": (now - begin) * 1000, "cpuMs": (time.process_time() - cpu) * 1000}


for line in sys.stdin:
    order = json.loads(line)
    if order["command"] == "prove":
        answer = prove(order["shape"])
    elif order["command"] == "slice":
        answer = work(order["shape"], order["ms"])
    else:
        answer = {}
    print(json.dumps(answer), flush=True)
