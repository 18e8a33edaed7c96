"""Files and folders: is everything there, readable, and where Postil looks for it?"""

from __future__ import annotations

from postil.model.codes.code import Code, Group
from postil.model.diagnostic import Level

FILES = Group(
    "Files and folders",
    "Is everything there, readable, and where Postil looks for it?",
    (
        Code(
            "folder-missing",
            Level.WARNING,
            "A folder that the settings name does not exist.",
            "`content` or `annotations` in the settings names a folder that is not there, or a new"
            " site has no folder of texts yet.",
            "Make the folder, or name the right one in the settings.",
        ),
        Code(
            "file-unknown",
            Level.WARNING,
            "A file or folder is not one that Postil reads here.",
            "It has another ending than Postil reads, lies deeper than Postil looks, or a second"
            " file holds what belongs into one.",
            "Rename or move it as the hint says. What does not belong to the site can lie outside"
            " these folders.",
        ),
        Code(
            "file-type",
            Level.WARNING,
            "A file beside a text is of a type that is not published.",
            "A text that is a folder may have pictures beside it. Other files, such as scripts,"
            " SVG and HTML, could run code on the site and stay off it.",
            "Save a picture as PNG, JPEG, WebP, AVIF or GIF, or take the file away.",
        ),
        Code(
            "file-unreadable",
            Level.ERROR,
            "A file cannot be opened.",
            "The rights of the file forbid it, it is a link that leads to nothing, or it is no"
            " file at all, but a pipe, a socket or a device.",
            "Set its rights, or remove it.",
        ),
        Code(
            "file-outside",
            Level.ERROR,
            "A link leads out of the folder that it stands in.",
            "A symbolic link points to a place outside the folder. What a contribution can name"
            " must not reach files of the machine that builds the site.",
            "Put the file itself there.",
        ),
        Code(
            "file-size",
            Level.ERROR,
            "A file is larger than Postil reads.",
            "The file is far larger than what people write, and would slow every build.",
            "Split it into several files. Where it is right, the publisher allows more under"
            " `limits` in the [settings](configuration.md#the-limits).",
        ),
        Code(
            "file-encoding",
            Level.ERROR,
            "A file is not stored as UTF-8.",
            "The program that saved it uses an older encoding, or UTF-16.",
            "Save it as UTF-8.",
        ),
        Code(
            "file-characters",
            Level.ERROR,
            "A file holds control characters, which no text needs.",
            "Text was copied from a program that keeps signs of its own in it. They are invisible,"
            " and can hide what a file says.",
            "Delete the character at the place that is named.",
        ),
        Code(
            "file-empty",
            Level.WARNING,
            "A file holds nothing.",
            "The file was begun and not written, or everything in it is a comment.",
            "Write it, or delete it.",
        ),
        Code(
            "name-form",
            Level.ERROR,
            "The name of a text cannot be an address.",
            "The name of the file or folder becomes part of an address, and holds something else"
            " than small letters a to z, digits and single hyphens.",
            "Rename it as the hint says, and the folder of its annotations with it.",
        ),
        Code(
            "name-clash",
            Level.WARNING,
            "A name cannot stand beside another one, or not at all, on many systems.",
            "Two files or folders have the same name, but for capitals, or for accents stored in"
            " two ways; Windows and macOS take them for one. Or Windows keeps the name, such as"
            " `con`, for a device.",
            "Rename one of them.",
        ),
        Code(
            "text-duplicate",
            Level.ERROR,
            "Two files claim to be the same text.",
            "A text is there as a file and as a folder of the same name.",
            "Keep one of the two.",
        ),
        Code(
            "text-unknown",
            Level.ERROR,
            "Annotations belong to a text that does not exist.",
            "The folder or file of annotations is named otherwise than its text, or the text was"
            " renamed or removed.",
            "Give both the same name.",
        ),
        Code(
            "front-matter",
            Level.ERROR,
            "The front matter of a text is not closed.",
            "The line `---` after the fields of the front matter is missing.",
            "Write it after the last field.",
        ),
        Code(
            "problems-more",
            Level.ERROR,
            "A file has more problems than are listed.",
            "One slip can make every line of a file wrong. What is listed of one file ends after"
            " some hundreds.",
            "Mend those that are listed, and check again.",
        ),
    ),
)
