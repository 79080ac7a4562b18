package history

// Own takes the folder's lock, as what writes does by itself.
func (s *Store) Own() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	return s.own()
}
