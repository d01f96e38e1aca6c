"""What the program reads beside its code: the model, icons, translations and the sample film."""
