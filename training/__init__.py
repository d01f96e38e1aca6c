"""How the bundled models are made: from a folder of radiographs to two ONNX files and their reports.

    python -m training.run             everything below, in order, skipping what is already done
    python -m training.cache           every film through the program's own loading and preprocessing
    python -m training.train_lungs     the view network: lungs, and what is a frontal film
    python -m training.export_lungs    its last checkpoint as ONNX
    python -m training.evaluate_lungs  Dice by source; which films the check `lungs` lets pass
    python -m training.train           linear probe, then fine-tuning; with --left-out, without a source
    python -m training.export          the last checkpoint as ONNX, calibrated, with its ModelSpec
    python -m training.left_out        the runs without a source, asked about that source
    python -m training.evaluate        the exported files through the door of `inference`: the report
    python -m training.explore         what the first notebook did, done again
    python -m training.ablate          what parts of the recipe buy, by heads on frozen features
    python -m training.gallery         the worst mistakes, to look at; stays in work/

The nouns: ``config`` (what a run is), ``manifest`` (films and their labels), ``splits`` (who may be
learned from), ``dataset`` (cached films as tensors), ``augment``, ``backbone``, ``model``,
``segmenter``, ``loop``, ``metrics``, ``checkpoint``; of the evaluation, ``twins`` (changed films),
``asking`` (answers to them), ``measures``, ``opacities``, ``sources_told``, ``table``. The steps import the
nouns and never the other way round. Training reads films only through `inference`, so what is trained is
what is served; `inference` knows nothing of training.
"""
