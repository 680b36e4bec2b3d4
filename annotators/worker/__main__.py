"""`python -m annotators.worker` answers requests from standard input on standard output."""

from annotators.worker.serving import main

if __name__ == "__main__":
    main()
