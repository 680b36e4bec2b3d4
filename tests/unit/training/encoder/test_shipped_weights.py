"""The weights of what ships, as floats again: all of them, of the right shape, and no further off than rounding."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.encoder.heads import TAGS

NEEDS = "needs onnx and torch: pip install -e '.[train]'"
onnx = pytest.importorskip("onnx", reason=NEEDS)
shipped = pytest.importorskip("training.encoder.shipping.shipped")
PACKAGE = Path(__file__).parents[4] / "annotators" / "models" / "en_broadsheet_news"


def test_every_weight_of_the_shipped_model_comes_back() -> None:
    path = shipped.encoder_file(PACKAGE)
    assert path is not None
    weights = shipped.shipped_weights(path)
    assert weights["word.weight"].shape == (30522, 384)
    assert weights["layers.5.up.weight"].shape == (1536, 384)
    for head, tags in TAGS.items():
        assert len(weights[f"heads.{head}.weight"]) == len(weights[f"heads.{head}.bias"]) == len(tags)
    assert all(array.dtype == "float32" and array.std() > 0 for array in weights.values())


def test_the_network_takes_them() -> None:
    pytest.importorskip("torch", reason=NEEDS)
    from training.encoder.learning.network import Tagger
    from training.encoder.steps import start_weights

    Tagger().load_state_dict(start_weights(PACKAGE))


def test_an_exported_model_gives_the_same_scores_up_to_rounding(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason=NEEDS)
    from training.encoder.learning.network import Tagger
    from training.encoder.shipping.export import export

    torch.manual_seed(1)
    model = Tagger(2048)
    with torch.no_grad():
        for weight in model.parameters():  # ones and zeros alone would be stored once for all layers
            weight.add_(torch.randn_like(weight), alpha=0.02)
    before = {name: array.clone().numpy() for name, array in model.state_dict().items()}
    export(model, ["piece"] * 2048, tmp_path, {})
    path = shipped.encoder_file(tmp_path)
    assert path is not None
    after = shipped.shipped_weights(path)
    assert after.keys() == before.keys()
    for name, array in after.items():
        assert abs(array - before[name]).max() <= abs(before[name]).max() / 253, name


def test_a_file_of_another_making_is_named(tmp_path: Path) -> None:
    graph = onnx.helper.make_graph([], "empty", [], [])
    onnx.save(onnx.helper.make_model(graph), str(tmp_path / "encoder.onnx"))
    with pytest.raises(ValueError, match=r"encoder\.onnx is not a file that this training exported"):
        shipped.shipped_weights(tmp_path / "encoder.onnx")
    assert shipped.encoder_file(tmp_path / "nowhere") is None
