"""A pipeline of spaCy, trained on a few sentences of our own: what trained ones do, in miniature."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

# word/TAG; a name's words also carry its type: word/TAG/TYPE.
SENTENCES = """
Monthly/JJ reports/NNS must/MD be/VB prepared/VBN
The/DT machine/NN is/VBZ thoroughly/RB cleaned/VBN each/DT evening/NN
Stock/NN to/TO be/VB checked/VBN on/IN Fridays/NNS
Orders/NNS are/VBP packed/VBN in/IN the/DT morning/NN
The/DT bread/NN is/VBZ baked/VBN here/RB
Floors/NNS are/VBP swept/VBN daily/RB
You/PRP write/VBP the/DT kitchen/NN staff/NN safety/NN training/NN plan/NN ./.
You/PRP write/VBP the/DT plan/NN for/IN training/VBG kitchen/NN staff/NN ./.
Keep/VB the/DT guest/NN room/NN booking/NN system/NN running/VBG
You/PRP keep/VBP the/DT room/NN booking/NN system/NN running/VBG ./.
Look/VB after/IN our/PRP$ hospital/NN ward/NN medication/NN records/NNS ./.
Train/VB the/DT staff/NN ,/, plan/VB the/DT menu/NN and/CC book/VB the/DT rooms/NNS ./.
Two/CD years/NNS of/IN experience/NN at/IN Northwind/NNP/ORG Bakeries/NNPS/ORG
Two/CD years/NNS of/IN experience/NN at/IN a/DT large/JJ bakery/NN
You/PRP have/VBP worked/VBN in/IN Norway/NNP/GPE
Kitchen/NN experience/NN in/IN Ireland/NNP/GPE
Experience/NN in/IN baking/NN
Our/PRP$ founder/NN has/VBZ worked/VBN in/IN Norway/NNP/GPE ./.
Experience/NN in/IN Ireland/NNP/GPE with/IN its/PRP$ food/NN safety/NN law/NN
Experience/NN in/IN Norway/NNP/GPE with/IN its/PRP$ payroll/NN
Zest/VB lemons/NNS for/IN the/DT tarts/NNS
Julienne/VB the/DT carrots/NNS
Whisk/VB eggs/NNS by/IN hand/NN
Temper/VB the/DT chocolate/NN
Lemons/NNS and/CC tarts/NNS
Larder/NN and/CC cellar/NN
"""


def train(folder: Path) -> Path:
    """Train a tagger and an entity recogniser, and save them in a folder, which is returned."""
    import spacy
    from spacy.tokens import Doc, Span
    from spacy.training import Example

    random.seed(0)
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    layer = {
        "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 32, "depth": 1, "embed_size": 400,
        "window_size": 1, "maxout_pieces": 2, "subword_features": True,
    }  # fmt: skip
    nlp.add_pipe("tagger", config={"model": {"tok2vec": layer}})
    nlp.add_pipe("ner", config={"model": {"tok2vec": layer}})
    examples = []
    for line in SENTENCES.strip().splitlines():
        parts = [token.rsplit("/", token.count("/")) for token in line.split(" ")]
        words = [part[0] for part in parts]
        gold = Doc(nlp.vocab, words=words, tags=[part[1] for part in parts])
        names = [Span(gold, i, i + 1, label=part[2]) for i, part in enumerate(parts) if len(part) > 2]
        gold.set_ents(_joined(gold, names))
        examples.append(Example(Doc(nlp.vocab, words=words), gold))
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    for _ in range(30):
        random.shuffle(examples)
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def _joined(doc: Any, names: list[Any]) -> list[Any]:
    """Names of several words as one."""
    from spacy.tokens import Span

    found: list[Any] = []
    for name in names:
        if found and found[-1].end == name.start and found[-1].label_ == name.label_:
            found[-1] = Span(doc, found[-1].start, name.end, label=name.label_)
        else:
            found.append(name)
    return found
