"""The window: a light box on top of ``inference``.

How a drop becomes a picture with bars: the main window hands the paths to the ``Reader``, which lists,
reads and classifies them one job at a time in the worker of ``Jobs``. Every answer goes into the
``Document``, the only place that holds state. Film, list, panel and status bar listen to the document
and never to each other, so what they show always belongs to the same image.

    main_window  layout            actions      the table of commands
    image_view   the film          film_list    the column of thumbnails
    panel        the verdict       status       counts, progress, what this program is not
    findings     its bars          map_controls which map, how strong, how far to trust it
    maps         maps in words     verdict_words  numbers in words
    orientation  how it lies       marks, letters, scale_bar  what is said of that
    corners      texts on it       film_edges   letters and scale
    measure_tool the mouse         measurements what is kept; geometry the arithmetic
    comparison   what is beside it    compare_view  both light boxes; compare_words what is said
    priors       whose, and when      viewpoint     how both are seen; linked_views keeps them so
    kept_films   in memory            choose_film   any film, to compare with
    histogram    counted values    histogram_view  with the window over them
    key_bindings the user's keys   keys_dialog  all of them; key_editor takes one
    reserved_keys which nobody gets   mouse_bindings  the user's mouse; gesture_button chooses
    wheel_hand   zoom or films     paging       which film it is then
    card_dialog  the model card    card_style   Markdown on a dark ground
    document     state, signals    reader       what to load next
    worker       what is done off the GUI thread, by way of jobs
    app          builds and wires all of it, once; main_window is on the screen before that

``inference`` is imported inside functions here: it brings NumPy, and the window is up before that.
"""
