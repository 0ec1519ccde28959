const = 5; //! E101
