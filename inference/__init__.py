"""Everything about images and models, without a display: the door.

    radiograph = load_radiograph(path)
    prediction = classifier.predict(radiograph)
    saliency = classifier.explain(radiograph, prediction.findings[0])

How a file becomes a verdict: ``sources`` lists the image files behind a path, with ``archives`` and
``dicomdir`` for what holds several. ``loader`` has each of them read in a process of its own
(``loading_process``): ``glances`` reads only what a list is sorted by; ``loading`` opens one whole and
tells its format by content; ``dicom_structure``, ``fragments``, ``codestreams``, ``png`` and ``tiff``
take it apart before any library parses or decodes it (docs/intake.md); ``dicom`` or ``raster`` makes it a
``Radiograph``, which keeps the stored values and the grey-scale pipeline (``grayscale``) that shows them.
``preprocessing`` reduces it and ``runtime`` runs two networks on it. Of what the first sees of the whole
film (``view``), ``lungs`` makes the lungs, and ``checks`` decides whether the second, the classifier, may
be asked; it is shown what ``crop`` cuts out around the lungs, and ``stability`` changes a little.
``composition`` makes of its heads' answers the probabilities of the classes, ``conformal`` the set of
those not ruled out; ``classifier`` does all this and names the numbers, and ``occlusion`` hides parts of
the film from it; ``results`` does it for many files and turns errors into results, and ``records`` keeps
verdicts as text. ``self_test`` tells whether an installation computes what the release computed, and
``manifest`` whether its models are whole.

Other packages import from here and from nothing inside. The heavy libraries (pydicom, OpenCV, ONNX
Runtime, Pillow) are imported inside the functions that need them, so that a window opens fast.
"""

from inference.checks import Check
from inference.classifier import Classifier
from inference.crop import Region
from inference.errors import InferenceError
from inference.glances import Glance, glance
from inference.grayscale import LookupTable, VoiTransform, Window, look_up
from inference.loader import Loader
from inference.loading import load_radiograph
from inference.lungs import LungField, Lungs
from inference.prediction import (
    Evidence,
    Finding,
    ModelIdentity,
    Occlusion,
    Outcome,
    Prediction,
    Probe,
    Saliency,
)
from inference.radiograph import Header, PixelSpacing, Radiograph
from inference.records import largest_difference, read_record, write_record
from inference.results import Result, default_jobs, read_images
from inference.self_test import Certificate, installation_identity, run_self_test
from inference.shutter import Shutter
from inference.sources import ImageSource, expand
from inference.texts import Phrase
from inference.version import Build, frozen_build, program_changed, program_version

__all__ = [
    "Build",
    "Certificate",
    "Check",
    "Classifier",
    "Evidence",
    "Finding",
    "Glance",
    "Header",
    "ImageSource",
    "InferenceError",
    "Loader",
    "LookupTable",
    "LungField",
    "Lungs",
    "ModelIdentity",
    "Occlusion",
    "Outcome",
    "Phrase",
    "PixelSpacing",
    "Prediction",
    "Probe",
    "Radiograph",
    "Region",
    "Result",
    "Saliency",
    "Shutter",
    "VoiTransform",
    "Window",
    "default_jobs",
    "expand",
    "frozen_build",
    "glance",
    "installation_identity",
    "largest_difference",
    "load_radiograph",
    "look_up",
    "program_changed",
    "program_version",
    "read_images",
    "read_record",
    "run_self_test",
    "write_record",
]
