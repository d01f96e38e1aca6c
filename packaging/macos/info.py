"""What macOS is told of the program: the Info.plist of the bundle, for build.spec."""

from __future__ import annotations

from typing import Any

IDENTIFIER = "org.negatoscope.Negatoscope"
# The oldest that all our libraries have wheels for: Qt 6.9 needs 12, ONNX Runtime 1.23 needs 13.
MINIMUM_SYSTEM = "13.0"
# By what the system calls them; DICOM files without an ending can be dropped on the window.
TYPES = {
    "DICOM image": ("org.nema.dicom",),
    "Picture": ("public.png", "public.jpeg", "public.tiff"),
}


def info_plist(version: str) -> dict[str, Any]:
    """The keys beside those that PyInstaller writes by itself.

    ``LSHandlerRank`` Alternate: the program offers itself and takes no file type away from another one.
    """
    return {
        # PyInstaller infers these two from one of the two programs, and that may be the command line.
        "CFBundleExecutable": "negatoscope",
        "LSBackgroundOnly": False,
        "CFBundleName": "Negatoscope",
        "CFBundleDisplayName": "Negatoscope",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(identifiers),
            }
            for name, identifiers in TYPES.items()
        ],
        # Systems without another DICOM viewer do not know the type.
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "org.nema.dicom",
                "UTTypeDescription": "DICOM image",
                "UTTypeConformsTo": ["public.image", "public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["dcm", "dicom"],
                    "public.mime-type": ["application/dicom"],
                },
            }
        ],
        "LSApplicationCategoryType": "public.app-category.medical",
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Apache-2.0. Research use, not a medical device.",
        # The window is dark whatever the system is.
        "NSRequiresAquaSystemAppearance": False,
        "NSPrincipalClass": "NSApplication",
    }
