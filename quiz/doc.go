package quiz
